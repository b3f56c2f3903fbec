package io.crosscare.settlement.direct;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.intent.RecordIntent;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.model.Intent.Content;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Cancels a settlement by decision of its hospital, in any order and in any year: what it moved goes back, nothing after it is
 * computed again. A settlement that is undone already stays so, and is told again; of one
 * that a part refund has replaced, it is told what stands now.
 */
public final class CancelSettlement {

    private final RecordIntent recordIntent;
    private final SettlementMeters meters;
    private final Supplier<@Nullable String> traceparent;
    private final Clock clock;

    /**
     * Cancels.
     *
     * @param traceparent trace context of the present request, if there is one
     */
    public CancelSettlement(
            RecordIntent recordIntent, SettlementMeters meters, Supplier<@Nullable String> traceparent, Clock clock) {
        this.recordIntent = recordIntent;
        this.meters = meters;
        this.traceparent = traceparent;
        this.clock = clock;
    }

    /**
     * The undo, durable when it is told.
     *
     * @param by the caller's account
     */
    public Mono<Recorded> cancel(Settlement settlement, IdempotencyKey callerKey, String reason, String by) {
        Key key = Key.of(settlement.care().institution().value(), EntryKind.CANCELLATION, callerKey.value());
        return Mono.fromSupplier(() -> new Intent(
                        settlement.link().person(),
                        settlement.care().insuredRegion(),
                        key,
                        new Content.CancellationContent(settlement.id()),
                        reason,
                        by,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        traceparent.get()))
                .flatMap(recordIntent::record)
                .doOnNext(meters::undone)
                .flatMap(recorded -> recorded.entry() instanceof Settlement
                        ? Mono.error(SettlementGone.by(recorded.entry()))
                        : Mono.just(recorded));
    }
}
