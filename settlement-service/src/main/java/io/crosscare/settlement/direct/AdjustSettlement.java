package io.crosscare.settlement.direct;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.SplitRefusal;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.PreparedBill.Ready;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.direct.model.LineReturn;
import io.crosscare.settlement.intent.RecordIntent;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.model.Intent.Content.AdjustmentContent;
import io.crosscare.settlement.visit.model.FeeLineRule;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Gives back a part of a settled bill (部分退费) as one action: the rest of the bill is frozen and settled in the place of the
 * whole. What the returns may be is checked against the bill before anything is stored.
 */
public final class AdjustSettlement {

    private static final String FIELD = "returns[%d].%s";

    private final Bills bills;
    private final Chain chain;
    private final RecomputeSettlement recomputing;
    private final RecordIntent recordIntent;
    private final SettlementMeters meters;
    private final Supplier<@Nullable String> traceparent;
    private final Clock clock;

    /**
     * Adjusts.
     *
     * @param traceparent trace context of the present request, if there is one
     */
    public AdjustSettlement(
            Bills bills,
            Chain chain,
            RecomputeSettlement recomputing,
            RecordIntent recordIntent,
            SettlementMeters meters,
            Supplier<@Nullable String> traceparent,
            Clock clock) {
        this.bills = bills;
        this.chain = chain;
        this.recomputing = recomputing;
        this.recordIntent = recordIntent;
        this.meters = meters;
        this.traceparent = traceparent;
        this.clock = clock;
    }

    /**
     * What a hospital says.
     *
     * @param returns in the order of the request, each line once
     * @param by the caller's account
     */
    public record Command(IdempotencyKey callerKey, List<LineReturn> returns, String reason, String by) {

        public Command {
            returns = List.copyOf(returns);
        }
    }

    /**
     * What stands in the place of the settlement.
     *
     * @param isReplay whether it had been adjusted to this rest before
     * @param state whether the adjustment still stands
     */
    public record Adjusted(Settlement adjustment, boolean isReplay, SettlementState state) {}

    /** The adjustment, durable when it is told; a conflict where something else has taken the settlement away. */
    public Mono<Adjusted> adjust(Settlement settlement, Command command) {
        return recomputing
                .ready(settlement.basis().billHash())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "the bill of " + settlement.id() + " or what it was priced with is not stored")))
                .map(ready -> rest(settlement, ready, command.returns()))
                .flatMap(rest -> bills.keep(rest)
                        .then(Mono.defer(() -> recordIntent.record(intent(settlement, rest.hash(), command))))
                        .doOnNext(meters::undone)
                        .flatMap(recorded -> adjusted(recorded, rest.hash())));
    }

    private Mono<Adjusted> adjusted(Recorded recorded, String billHash) {
        return recorded.entry() instanceof Settlement adjustment
                        && adjustment.basis().billHash().equals(billHash)
                ? chain.lastOf(adjustment)
                        .map(last ->
                                new Adjusted(adjustment, recorded.isReplay(), SettlementState.of(adjustment, last)))
                : Mono.error(SettlementGone.by(recorded.entry()));
    }

    private Intent intent(Settlement settlement, String billHash, Command command) {
        return new Intent(
                settlement.link().person(),
                settlement.care().insuredRegion(),
                Key.of(
                        settlement.care().institution().value(),
                        EntryKind.ADJUSTMENT,
                        command.callerKey().value()),
                new AdjustmentContent(settlement.id(), billHash),
                command.reason(),
                command.by(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                traceparent.get());
    }

    private static FrozenBill rest(Settlement settlement, Ready ready, List<LineReturn> returns) {
        List<FeeLine> lines = ready.frozen().bill().lines();
        requireWithin(lines, returns);
        Map<Integer, LineReturn> byLine = new HashMap<>();
        returns.forEach(one -> byLine.put(one.lineNumber(), one));
        boolean isAllReturned = lines.stream().allMatch(line -> isWhole(byLine.get(line.lineNumber()), line));
        if (isAllReturned) {
            throw ProblemException.invalid(
                    "returns", "part", Text.of("全部退费请撤销结算", "give back the whole bill; cancel the settlement instead"));
        }
        FrozenBill rest = ready.frozen().without(byLine);
        if (new Ready(rest, ready.policy(), ready.catalogue()).amountsOn(settlement.splitOn())
                instanceof SplitRefusal refused) {
            throw ProblemException.invalid(
                    "returns",
                    "consistent",
                    Text.of(refused.detail().zh(), refused.detail().en()));
        }
        return rest;
    }

    private static boolean isWhole(@Nullable LineReturn returned, FeeLine line) {
        return returned != null && returned.isWhole(line);
    }

    private static void requireWithin(List<FeeLine> lines, List<LineReturn> returns) {
        Map<Integer, FeeLine> billed = new HashMap<>();
        lines.forEach(line -> billed.put(line.lineNumber(), line));
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < returns.size(); i++) {
            FieldError error =
                    error(i, returns.get(i), billed.get(returns.get(i).lineNumber()));
            if (error != null) {
                errors.add(error);
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static @Nullable FieldError error(int place, LineReturn returned, @Nullable FeeLine line) {
        if (line == null || !line.amount().isPositive()) {
            return new FieldError(
                    FIELD.formatted(place, "lineNumber"),
                    "billed",
                    Text.of("该结算没有这一条收费明细", "is no charge that this settlement has billed"));
        }
        if (returned.quantityTenThousandths() > line.quantityTenThousandths()) {
            return new FieldError(
                    FIELD.formatted(place, "quantity"),
                    "within-bill",
                    Text.of("超过该明细尚未退的数量", "is more than is left of the line"));
        }
        if (returned.amount().compareTo(line.amount()) > 0) {
            return new FieldError(
                    FIELD.formatted(place, "amountFen"),
                    "within-bill",
                    Text.of("超过该明细尚未退的金额", "is more than is left of the line"));
        }
        if (line.isCategoryTotal() && !returned.isWhole(line)) {
            return new FieldError(
                    FIELD.formatted(place, "amountFen"),
                    "whole-category",
                    Text.of("按类别汇总的费用只能整类退", "is not the whole category, which is given back whole or not at all"));
        }
        boolean isAllOfIt = returned.quantityTenThousandths() == line.quantityTenThousandths();
        boolean isAmountOfIt = isAllOfIt
                ? returned.amount().equals(line.amount())
                : FeeLineRule.agrees(returned.quantityTenThousandths(), line.unitPriceMillionths(), returned.amount())
                        && returned.amount().compareTo(line.amount()) < 0;
        return isAmountOfIt
                ? null
                : new FieldError(
                        FIELD.formatted(place, "amountFen"),
                        "quantity-times-price",
                        Text.of("与所退数量乘单价不符", "is not what the returned quantity costs"));
    }
}
