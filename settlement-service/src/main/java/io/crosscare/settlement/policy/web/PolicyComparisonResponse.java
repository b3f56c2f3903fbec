package io.crosscare.settlement.policy.web;

import io.crosscare.settlement.benefit.model.Figure;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Reference;
import io.crosscare.settlement.policy.PolicyComparison;
import io.crosscare.settlement.policy.PolicyComparison.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two policies.
 *
 * @param before 原政策 · the policy it is compared with
 * @param after 新政策 · the policy that was asked for
 * @param items 差异 · place by place, in the order in which the calculation asks for figures
 * @param unchanged 未变项数 · places in which both say the same
 */
record PolicyComparisonResponse(
        PolicySummaryResponse before, PolicySummaryResponse after, List<DifferenceResponse> items, int unchanged) {

    /** A policy that is compared, published or proposed. */
    record Compared(PolicySummaryResponse summary, PolicyPack pack) {}

    static PolicyComparisonResponse of(Compared before, Compared after) {
        PolicyComparison comparison = PolicyComparison.between(before.pack(), after.pack());
        return new PolicyComparisonResponse(
                before.summary(),
                after.summary(),
                comparison.differences().stream().map(DifferenceResponse::of).toList(),
                comparison.unchanged());
    }

    /**
     * One place in which they differ.
     *
     * @param place 位置 · of the rule, {@code services.INPATIENT.ratio.ACTIVE.L3}
     * @param before 原值 · absent where the policy compared with says nothing
     * @param after 新值 · absent where the policy asked for says nothing
     */
    record DifferenceResponse(
            String place,
            @Nullable Reference before,
            @Nullable Reference after) {

        private static DifferenceResponse of(Difference difference) {
            return new DifferenceResponse(
                    difference.place(), reference(difference.before()), reference(difference.after()));
        }

        private static @Nullable Reference reference(@Nullable Figure<?> figure) {
            return figure == null ? null : figure.reference();
        }
    }
}
