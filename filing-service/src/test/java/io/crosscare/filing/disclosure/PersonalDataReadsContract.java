package io.crosscare.filing.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.filing.disclosure.model.PersonalDataRead;
import io.crosscare.filing.disclosure.model.ReadId;
import io.crosscare.filing.insured.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PersonalDataReads} promises. */
public abstract class PersonalDataReadsContract {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2019-09-10T04:00:00Z");
    private final RandomIds ids = RandomIds.secure();
    private final PersonId person = ids.nextPersonId();

    protected abstract PersonalDataReads reads();

    @Test
    void givesBackTheLatestFirstAndPageByPage() {
        PersonalDataRead first = add(person, NOON);
        PersonalDataRead second = add(person, NOON.plusMillis(1));
        PersonalDataRead third = add(person, NOON.plusSeconds(86_400));
        add(ids.nextPersonId(), NOON);

        assertThat(list(null, null, null, 10)).containsExactly(third, second, first);
        assertThat(list(null, null, null, 2)).containsExactly(third, second);
        assertThat(list(null, null, second.id(), 10)).containsExactly(first);
    }

    @Test
    void givesBackThoseOfAPeriod() {
        add(person, NOON.minusMillis(1));
        PersonalDataRead inside = add(person, NOON);
        PersonalDataRead last = add(person, NOON.plusMillis(999));
        add(person, NOON.plusSeconds(1));

        assertThat(list(NOON, NOON.plusSeconds(1), null, 10)).containsExactly(last, inside);
        assertThat(list(NOON, NOON.plusSeconds(1), last.id(), 10)).containsExactly(inside);
    }

    @Test
    void givesBackAReadOutsideATrace() {
        PersonalDataRead read = new PersonalDataRead(
                ReadId.of(person, NOON, ids.next('r')), person, "clerk", People.ZHENJIANG, "POST /x", "核对", NOON, null);
        reads().add(read).block(DEADLINE);

        assertThat(list(null, null, null, 10)).containsExactly(read);
    }

    private PersonalDataRead add(PersonId of, Instant at) {
        PersonalDataRead read = new PersonalDataRead(
                ReadId.of(of, at, ids.next('r')),
                of,
                "clerk",
                People.ZHENJIANG,
                "POST /insured-persons/{personId}/disclosures",
                "核对身份",
                at,
                "0af7651916cd43dd8448eb211c80319c");
        reads().add(read).block(DEADLINE);
        return read;
    }

    private List<PersonalDataRead> list(
            @Nullable Instant from, @Nullable Instant before, @Nullable ReadId after, int limit) {
        return reads().list(new PersonalDataReads.Query(person, from, before, after, limit))
                .collectList()
                .blockOptional(DEADLINE)
                .orElseThrow();
    }
}
