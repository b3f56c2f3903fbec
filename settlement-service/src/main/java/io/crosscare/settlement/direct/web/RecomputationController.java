package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.AmountsStatement;
import io.crosscare.settlement.chain.model.Basis;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.RecomputeSettlement;
import io.crosscare.settlement.direct.model.Recomputation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Proves a settlement: computes it again and says whether it comes to the same. */
@RestController
@RequestMapping("/api/v1/settlements/{id}/recomputations")
class RecomputationController {

    private final VisibleVisits visible;
    private final RecomputeSettlement recomputeSettlement;

    RecomputationController(VisibleVisits visible, RecomputeSettlement recomputeSettlement) {
        this.visible = visible;
        this.recomputeSettlement = recomputeSettlement;
    }

    /**
     * 重算 · Computes a settlement again from what it was computed from: its bill, policy, catalogue and what the year held before. Changes
     * nothing, so it needs no key.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: one's own
     * @param id of the settlement's entry
     * @return whether it comes to the same, byte for byte, and both results
     */
    @PostMapping
    Mono<RecomputationResponse> recompute(Caller caller, @PathVariable String id) {
        return visible.settlement(caller, id)
                .flatMap(settlement -> recomputeSettlement
                        .recompute(settlement)
                        .map(recomputation -> RecomputationResponse.of(settlement, recomputation)));
    }

    /**
     * What came of a recomputation.
     *
     * @param equal 是否一致 · whether the whole entry comes to the same, byte for byte
     * @param difference 不一致之处 · what is not the same; absent where nothing is
     * @param hash 分录散列 · of the stored entry
     * @param basis 计算依据 · what it was computed from
     * @param stored 原结果 · the amounts as stored
     * @param recomputed 重算结果 · the amounts as they come out now; absent where they cannot be computed
     */
    record RecomputationResponse(
            String settlementId,
            boolean equal,
            @Nullable Wording difference,
            String hash,
            BasisResponse basis,
            AmountsStatement stored,
            @Nullable AmountsStatement recomputed) {

        private static RecomputationResponse of(Settlement settlement, Recomputation recomputation) {
            return switch (recomputation) {
                case Recomputation.Same(var split) -> of(settlement, null, split);
                case Recomputation.Different(var how, var split) -> of(settlement, how, split);
            };
        }

        private static RecomputationResponse of(
                Settlement settlement, @Nullable Wording difference, @Nullable CostSplit split) {
            return new RecomputationResponse(
                    settlement.id().value(),
                    difference == null,
                    difference,
                    settlement.hash().value(),
                    BasisResponse.of(settlement.basis()),
                    AmountsStatement.of(settlement.amounts()),
                    split == null ? null : AmountsStatement.of(split.amounts()));
        }
    }

    /**
     * What a settlement was computed from.
     *
     * @param billHash 账单散列 · of the bill as it was frozen
     * @param policyHash 政策标识 · hash of the policy's document
     * @param catalogueHash 目录标识 · hash of the catalogue's document
     * @param calculationVersion 计算版本 · of the calculation
     */
    record BasisResponse(String billHash, String policyHash, String catalogueHash, int calculationVersion) {

        private static BasisResponse of(Basis basis) {
            return new BasisResponse(
                    basis.billHash(), basis.policyHash(), basis.catalogueHash(), basis.calculationVersion());
        }
    }
}
