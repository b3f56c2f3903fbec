package io.crosscare.settlement.direct;

import io.crosscare.settlement.benefit.model.BilledItem;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.direct.model.DecidingCopies;
import io.crosscare.settlement.direct.model.DecidingCopies.FilingVersion;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import io.crosscare.settlement.eligibility.model.DatedRule;
import io.crosscare.settlement.eligibility.model.FilingDay;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.eligibility.model.Responsible;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refused settlements for tests. */
public final class SomeRefusals {

    private static final LocalDate DAY = LocalDate.of(2019, 9, 10);
    private static final ContentHash KEY_HASH = new ContentHash("5f2c9d0e".repeat(8));

    private static final DatedRule<FilingDay> DAY_OF_CARE = new DatedRule<>(
            null,
            FilingDay.DAY_OF_CARE,
            new Wording("门诊以就医当日为准", "outpatient care: the day of care"),
            "N Q2",
            Confidence.ASSUMED);

    private SomeRefusals() {}

    /** Batch 1 of an outpatient without a filing. */
    public static RefusedSettlement noFiling() {
        return refused(
                'a',
                new Scope.Batch("1"),
                null,
                ServiceType.OUTPATIENT,
                new Refusal(RefusalReason.NO_FILING, RefusalReason.NO_FILING.message(), DAY, null, DAY_OF_CARE),
                new Responsible("镇江市医疗保险基金管理中心", "321100", "0511-85340390"),
                new DecidingCopies(InsurancePlan.EMPLOYEE, 3L, 2L, List.of()));
    }

    /** A part of a stay that is settled already; of person and institution no copy is at hand. */
    public static RefusedSettlement alreadySettled() {
        return refused(
                'b',
                new Scope.Interim(1),
                DAY.plusDays(2),
                ServiceType.INPATIENT,
                Refusal.alreadySettled(new EntryId(Entries.PERSON, 3), DAY),
                new Responsible("复旦大学附属中山医院", "310000", null),
                new DecidingCopies(null, null, null, List.of(new FilingVersion("f" + "a".repeat(26), 1))));
    }

    /** A bill whose second line gives back what was never charged. */
    public static RefusedSettlement inconsistent() {
        return refused(
                'b',
                new Scope.Batch("1"),
                null,
                ServiceType.OUTPATIENT,
                new Refusal(
                        RefusalReason.BILL_INCONSISTENT,
                        RefusalReason.BILL_INCONSISTENT.message(),
                        DAY,
                        null,
                        null,
                        new BilledItem(2, "ZL0003")),
                new Responsible("复旦大学附属中山医院", "310000", null),
                new DecidingCopies(null, null, null, List.of()));
    }

    private static RefusedSettlement refused(
            char visit,
            Scope scope,
            @Nullable LocalDate until,
            ServiceType serviceType,
            Refusal refusal,
            Responsible responsible,
            DecidingCopies copies) {
        return new RefusedSettlement(
                Entries.PERSON,
                Entries.visit(visit),
                scope,
                until,
                Entries.ZHONGSHAN,
                Entries.ZHENJIANG,
                Entries.SHANGHAI,
                serviceType,
                DAY,
                refusal,
                responsible,
                copies,
                KEY_HASH,
                Entries.NOW);
    }
}
