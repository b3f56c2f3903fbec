package io.crosscare.settlement.direct;

import io.crosscare.settlement.benefit.model.AmountsOutcome;
import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.SplitOutcome;
import io.crosscare.settlement.benefit.model.SplitRefusal;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.catalogue.PublishedCatalogue;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.policy.PublishedPolicy;

/** A bill ready to be split on any head, or why there is none. */
sealed interface PreparedBill {

    Wording MOVED_AWAY = new Wording("参保人医保关系已转出本统筹区", "The person has moved to another pool");

    record Ready(FrozenBill frozen, PublishedPolicy policy, PublishedCatalogue catalogue) implements PreparedBill {

        /** With all that explains it. */
        SplitOutcome splitOn(Counters before) {
            return BenefitCalculation.split(frozen.bill(), policy.pack(), catalogue.catalogue(), before);
        }

        /** As much as is stored. */
        AmountsOutcome amountsOn(Counters before) {
            return BenefitCalculation.amounts(frozen.bill(), policy.pack(), catalogue.catalogue(), before);
        }

        /** Whoever has moved to another pool is not insured here any more. */
        Refusal movedAway() {
            return Refusal.of(
                    RefusalReason.INSURANCE_SUSPENDED,
                    MOVED_AWAY,
                    frozen.bill().circumstances().serviceTo());
        }

        /** The calculation's own refusals are refusals of the settlement under the same names. */
        Refusal refusal(SplitRefusal refused) {
            RefusalReason reason = switch (refused.reason()) {
                case SERVICE_NOT_COVERED -> RefusalReason.SERVICE_NOT_COVERED;
                case POLICY_MISSING -> RefusalReason.POLICY_MISSING;
                case BILL_INCONSISTENT -> RefusalReason.BILL_INCONSISTENT;
            };
            return Refusal.of(
                    reason, refused.detail(), frozen.bill().circumstances().serviceTo());
        }
    }

    record NotPrepared(Refusal refusal) implements PreparedBill {}
}
