package io.crosscare.settlement.eligibility;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.eligibility.model.ConnectivityRow;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is remembered of the copies, before the copies that another instance keeps as well. */
class RecentCopiesTest extends ReadModelsContract {

    private static final InstitutionFacts SHANGHAI = Facts.institution(Facts.SHANGHAI);

    private final AtomicLong nanoseconds = new AtomicLong();
    private final FakeReadModels stored = new FakeReadModels();
    private final ReadModels copies = new RecentCopies(stored, nanoseconds::get);

    @Override
    protected ReadModels copies(Owner... stale) {
        for (Owner owner : stale) {
            stored.stale(owner);
        }
        return copies;
    }

    @Test
    void seesAtOnceWhatItKeepsItself() {
        copies.keep(SHANGHAI).block();
        await(copies.institution(SHANGHAI.code()));
        await(copies.connectivity());
        InstitutionFacts suspended = suspended(SHANGHAI);
        ConnectivityRow row = Facts.CONNECTIVITY.rows().getFirst();

        copies.keep(suspended).then(copies.keep(row)).block();

        assertThat(await(copies.institution(SHANGHAI.code()))).isEqualTo(suspended);
        assertThat(await(copies.connectivity()).rows()).containsExactly(row);
    }

    @Test
    void seesWhatAnotherInstanceKeepsWhenItsTimeIsOver() {
        stored.keep(SHANGHAI).block();
        await(copies.institution(SHANGHAI.code()));
        InstitutionFacts suspended = suspended(SHANGHAI);
        stored.keep(suspended).block();

        assertThat(await(copies.institution(SHANGHAI.code()))).isEqualTo(SHANGHAI);
        nanoseconds.addAndGet(RecentCopies.KNOWN_FOR.plus(Duration.ofMillis(1)).toNanos());

        assertThat(await(copies.institution(SHANGHAI.code()))).isEqualTo(suspended);
    }

    @Test
    void remembersNothingOfWhatWasNotThere() {
        assertThat(copies.institution(SHANGHAI.code()).blockOptional()).isEmpty();
        stored.keep(SHANGHAI).block();

        assertThat(await(copies.institution(SHANGHAI.code()))).isEqualTo(SHANGHAI);
    }

    private static InstitutionFacts suspended(InstitutionFacts institution) {
        return new InstitutionFacts(
                institution.code(),
                institution.name(),
                institution.region(),
                institution.level(),
                "SUSPENDED",
                institution.capabilities(),
                institution.suspensions(),
                institution.version() + 1);
    }
}
