package io.crosscare.settlement.direct;

import io.crosscare.settlement.benefit.model.AmountsOutcome;
import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.SplitOutcome;
import io.crosscare.settlement.benefit.model.SplitRefusal;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.catalogue.PublishedCatalogue;
import io.crosscare.settlement.chain.model.SettlementFlag;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.policy.PublishedPolicy;
import java.time.LocalDate;
import java.util.Set;

/** A bill ready to be split on any head, or why there is none. */
sealed interface PreparedBill {

    Wording MOVED_AWAY = new Wording("参保人医保关系已转出本统筹区", "The person has moved to another pool");

    /**
     * Ready to be split.
     *
     * @param flags what the settlement of a bill that is prepared now is marked with; none of a stored one, whose marks are stored
     */
    record Ready(FrozenBill frozen, PublishedPolicy policy, PublishedCatalogue catalogue, Set<SettlementFlag> flags)
            implements PreparedBill {

        public Ready {
            flags = Set.copyOf(flags);
        }

        /** Of a bill that was stored. */
        Ready(FrozenBill frozen, PublishedPolicy policy, PublishedCatalogue catalogue) {
            this(frozen, policy, catalogue, Set.of());
        }

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
            return PreparedBill.refusal(refused, frozen.bill().circumstances().serviceTo());
        }
    }

    private static Refusal refusal(SplitRefusal refused, LocalDate day) {
        RefusalReason reason = switch (refused.reason()) {
            case SERVICE_NOT_COVERED -> RefusalReason.SERVICE_NOT_COVERED;
            case POLICY_MISSING -> RefusalReason.POLICY_MISSING;
            case BILL_INCONSISTENT -> RefusalReason.BILL_INCONSISTENT;
        };
        return new Refusal(reason, refused.detail(), day, null, null, refused.line());
    }

    /** What the lines of a bill say against it before anybody prices them. */
    static PreparedBill.NotPrepared notPrepared(SplitRefusal refused, LocalDate day) {
        return new NotPrepared(refusal(refused, day));
    }

    record NotPrepared(Refusal refusal) implements PreparedBill {}
}
