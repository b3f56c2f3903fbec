package io.crosscare.settlement.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class PersonTurnsTest {

    private static final PersonId WANG = new PersonId("paaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final PersonId LI = new PersonId("pbbbbbbbbbbbbbbbbbbbbbbbbbb");
    private static final int LENGTH_MAX = 3;

    private final PersonTurns turns = new PersonTurns(LENGTH_MAX);
    private final List<Sinks.Empty<Void>> ends = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();

    @Test
    void beginsOneAfterTheOtherHoweverTheOneBeforeEnded() {
        queue(WANG, "first");
        queue(WANG, "second");
        queue(WANG, "third");
        assertThat(begun).containsExactly("first");

        ends.getFirst().tryEmitError(new IllegalStateException("planted"));
        assertThat(begun).containsExactly("first", "second");

        ends.getLast().tryEmitEmpty();
        assertThat(begun).containsExactly("first", "second", "third");
    }

    @Test
    void turnsAwayWhoComesToAFullQueueAndNobodyElse() {
        queue(WANG, "first");
        queue(WANG, "second");
        queue(WANG, "third");

        StepVerifier.create(turns.inTurn(WANG, work("fourth"))).verifyErrorSatisfies(error -> {
            ProblemException problem = (ProblemException) error;
            assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
            assertThat(problem.retryAfter()).isPositive();
        });
        queue(LI, "of another");

        assertThat(begun).containsExactly("first", "of another");
    }

    @Test
    void hasRoomAgainWhenOneHasEnded() {
        queue(WANG, "first");
        queue(WANG, "second");
        queue(WANG, "third");
        ends.getFirst().tryEmitEmpty();

        queue(WANG, "fourth");
        ends.getLast().tryEmitEmpty();
        ends.getLast().tryEmitEmpty();

        assertThat(begun).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void neverTurnsAwayWhatHasToComeToItsEnd() {
        queue(WANG, "first");
        queue(WANG, "second");
        queue(WANG, "third");

        turns.inTurnAtLast(WANG, work("left behind")).onErrorComplete().subscribe();
        for (int i = 0; i < LENGTH_MAX; i++) {
            ends.getLast().tryEmitEmpty();
        }

        assertThat(begun).containsExactly("first", "second", "third", "left behind");
    }

    @Test
    void givesBackThePlaceOfWhoWentAway() {
        queue(WANG, "first");
        queue(WANG, "second");
        Disposable third = turns.inTurn(WANG, work("third")).subscribe();

        third.dispose();
        queue(WANG, "fourth");
        ends.getFirst().tryEmitEmpty();
        ends.getLast().tryEmitEmpty();

        assertThat(begun).contains("first", "second", "fourth").doesNotContain("third");
    }

    private void queue(PersonId person, String name) {
        turns.inTurn(person, work(name)).onErrorComplete().subscribe();
    }

    /** Goes on until its end is told. */
    private Mono<Void> work(String name) {
        return Mono.defer(() -> {
            begun.add(name);
            Sinks.Empty<Void> end = Sinks.empty();
            ends.add(end);
            return end.asMono();
        });
    }
}
