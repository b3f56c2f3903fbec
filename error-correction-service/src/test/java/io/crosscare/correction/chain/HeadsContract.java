package io.crosscare.correction.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.correction.chain.model.PersonHead;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every implementation of {@link Heads} promises. */
public abstract class HeadsContract {

    private final PersonId person = RandomIds.secure().nextPersonId();
    private final PersonId other = RandomIds.secure().nextPersonId();
    private final PersonId unseen = RandomIds.secure().nextPersonId();

    protected abstract Heads heads();

    @Test
    void movesOnByOne() {
        assertThat(head(person)).isEqualTo(PersonHead.none(person));

        advance(1, "h1");
        advance(2, "h2");

        assertThat(head(person)).isEqualTo(new PersonHead(person, 2, "h2"));
    }

    @Test
    void staysWhereAnotherHasMovedIt() {
        advance(1, "h1");
        advance(2, "h2");

        advance(1, "again");
        advance(2, "again");
        advance(4, "too far");

        assertThat(head(person)).isEqualTo(new PersonHead(person, 2, "h2"));
    }

    @Test
    void findsThoseOfWhomSomethingWasSeen() {
        advance(1, "h1");
        heads().advance(new PersonHead(other, 1, "o1")).as(StepVerifier::create).verifyComplete();

        assertThat(heads().of(List.of(person, unseen, other))
                        .collectList()
                        .blockOptional()
                        .orElseThrow())
                .containsExactlyInAnyOrder(new PersonHead(person, 1, "h1"), new PersonHead(other, 1, "o1"));
    }

    private void advance(long seq, String hash) {
        heads().advance(new PersonHead(person, seq, hash))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    private PersonHead head(PersonId of) {
        return heads().of(of).blockOptional().orElseThrow();
    }
}
