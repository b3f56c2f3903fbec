package io.crosscare.settlement.direct;

import io.crosscare.settlement.benefit.model.AmountsOnly;
import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.model.Basis;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Link;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.SettlementFlag;
import io.crosscare.settlement.direct.PreparedBill.Ready;
import io.crosscare.settlement.intent.SplitRest;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.model.Intent.Content.AdjustmentContent;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Splits what is left of a bill by the policy, the catalogue and the circumstances of its first settlement. Eligibility is not
 * asked again: it was decided for the care, and the care is the same.
 */
public final class SplitRestOfBill implements SplitRest {

    private final RecomputeSettlement recomputing;
    private final Clock clock;

    public SplitRestOfBill(RecomputeSettlement recomputing, Clock clock) {
        this.recomputing = recomputing;
        this.clock = clock;
    }

    @Override
    public Mono<Settlement> on(Head head, Intent intent, Settlement original) {
        if (!(intent.content() instanceof AdjustmentContent adjustment)) {
            return Mono.error(new IllegalArgumentException("only an adjustment settles a rest"));
        }
        return recomputing
                .ready(adjustment.billHash())
                .map(ready -> entry(head, intent, original, ready))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "bill " + adjustment.billHash() + " or what it is priced with is not stored")));
    }

    /** What is doubted of the care is doubted of the rest of its bill too. */
    private static Set<SettlementFlag> doubtsOf(Settlement original) {
        Set<SettlementFlag> doubts =
                EnumSet.of(SettlementFlag.TREATMENT_UNCONFIRMED, SettlementFlag.TREATMENT_NOT_AS_FILED);
        doubts.retainAll(original.flags());
        return doubts;
    }

    private Settlement entry(Head head, Intent intent, Settlement original, Ready ready) {
        Counters replaced = original.counted().negate();
        if (!(ready.amountsOn(head.counters().plus(replaced)) instanceof AmountsOnly split)) {
            throw new IllegalStateException("the rest of " + original.id() + " could be split when it was asked for");
        }
        Link link = head.next(clock.instant(), replaced.plus(split.delta()));
        return new Settlement(
                link,
                Key.undoOf(original.key()),
                intent.requestHash(),
                original.care(),
                original.generation(),
                split.amounts(),
                new Basis(
                        ready.frozen().hash(),
                        ready.frozen().policyHash(),
                        ready.frozen().catalogueHash(),
                        BenefitCalculation.CALCULATION_VERSION),
                Settlement.ANSWER_VERSION,
                original.invoiceNumber(),
                doubtsOf(original),
                new Settlement.Replaced(original.id(), original.amounts(), original.counted(), intent.key()));
    }
}
