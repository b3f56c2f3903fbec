package io.crosscare.settlement.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.direct.model.DecidingCopies.FilingVersion;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.Facts;
import io.crosscare.settlement.eligibility.FakeReadModels;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.visit.TestVisits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is stored of a refusal is what the cashier reads, and what was known. */
class RefuseSettlementTest {

    private final FakeReadModels copies = new FakeReadModels();
    private final InMemoryRefusals refusals = new InMemoryRefusals(Faults.none());
    private final AtomicInteger kicks = new AtomicInteger();
    private final RefuseSettlement refuseSettlement = new RefuseSettlement(
            refusals,
            new DescribeRefusal(copies),
            copies,
            new SettlementMeters(new SimpleMeterRegistry()),
            kicks::incrementAndGet,
            new MovingClock(Entries.NOW));

    @Test
    void storesWhoCanMendItAndTheVersionsThatDecided() {
        copies.keep(new AgencyFacts(Facts.ZHENJIANG, "镇江市医疗保险基金管理中心", "0511-85340390", List.of(), 1))
                .block();
        copies.keep(Facts.person(Facts.ZHENJIANG, PersonType.RETIRED)).block();
        copies.keep(Facts.institution(Facts.SHANGHAI)).block();
        copies.keep(Facts.filing(Facts.HANGZHOU, "2019-05-01", null)).block();

        RefusalStatement told = refuse(new Scope.Batch("1"));
        RefusedSettlement stored = refusals.all().getFirst();

        assertThat(told.responsible().phone()).isEqualTo("0511-85340390");
        assertThat(RefusalStatement.of(stored.refusal(), stored.responsible())).isEqualTo(told);
        assertThat(stored.scope()).isEqualTo(new Scope.Batch("1"));
        assertThat(stored.copies().plan()).isEqualTo(InsurancePlan.EMPLOYEE);
        assertThat(stored.copies().personVersion()).isEqualTo(1);
        assertThat(stored.copies().institutionVersion()).isEqualTo(1);
        assertThat(stored.copies().filings()).extracting(FilingVersion::version).containsExactly(1L);
        assertThat(kicks).hasValue(1);
    }

    @Test
    void storesThatNothingWasKnown() {
        refuse(new Scope.Discharge());

        RefusedSettlement stored = refusals.all().getFirst();
        assertThat(stored.scope()).isEqualTo(new Scope.Discharge());
        assertThat(stored.copies().plan()).isNull();
        assertThat(stored.copies().personVersion()).isNull();
        assertThat(stored.copies().filings()).isEmpty();
    }

    private RefusalStatement refuse(Scope scope) {
        return refuseSettlement
                .refuse(
                        TestVisits.registration('a', ServiceType.OUTPATIENT),
                        scope,
                        null,
                        Entries.key("key-1"),
                        Refusal.of(RefusalReason.FILING_FOR_OTHER_REGION, TestVisits.DAY))
                .blockOptional()
                .orElseThrow();
    }
}
