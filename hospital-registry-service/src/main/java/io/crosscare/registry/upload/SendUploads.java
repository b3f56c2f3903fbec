package io.crosscare.registry.upload;

import io.crosscare.chassis.observability.AgeGauge;
import io.crosscare.registry.upload.UpperPlatform.Reply;
import io.crosscare.registry.upload.model.Upload;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends what is due, in bounded turns: each attempt is stored before it leaves and its reply after. When the platform is not there
 * the turn ends, for the next record would fare no better.
 */
public final class SendUploads {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 4;
    private static final String SENT = "crosscare.uploads.sent";

    private final Uploads uploads;
    private final UpperPlatform platform;
    private final Runnable publish;
    private final Clock clock;
    private final MeterRegistry meters;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AgeGauge oldest;

    public SendUploads(Uploads uploads, UpperPlatform platform, Runnable publish, Clock clock, MeterRegistry meters) {
        this.uploads = uploads;
        this.platform = platform;
        this.publish = publish;
        this.clock = clock;
        this.meters = meters;
        meters.gauge("crosscare.uploads.due", Tags.empty(), waiting, AtomicInteger::get);
        this.oldest = AgeGauge.register(
                meters,
                clock,
                "crosscare.uploads.oldest.age",
                "How long the oldest upload that is due has waited",
                Tags.empty());
        for (Outcome outcome : Outcome.values()) {
            meters.counter(SENT, "outcome", outcome.name());
        }
    }

    /** What an attempt came to, as it is counted. */
    enum Outcome {
        ACCEPTED,
        REFUSED,
        NOT_SENT,
        UNKNOWN
    }

    /** One turn: batch after batch, until nothing is due or nobody is there. */
    public Mono<Void> turn() {
        return Mono.defer(this::sendBatch).repeat().takeUntil(isMore -> !isMore).then();
    }

    /** Whether there is more to be sent at once. */
    private Mono<Boolean> sendBatch() {
        return uploads.due(clock.instant(), BATCH)
                .collectList()
                .doOnNext(this::tell)
                .flatMap(due -> Flux.fromIterable(due)
                        .flatMap(this::send, AT_ONCE)
                        .takeUntil(outcome -> outcome == Outcome.NOT_SENT)
                        .any(outcome -> outcome == Outcome.NOT_SENT)
                        .map(isNobodyThere -> !isNobodyThere && due.size() == BATCH));
    }

    private void tell(List<Upload> due) {
        waiting.set(due.size());
        due.stream().map(Upload::dueSince).min(Instant::compareTo).ifPresentOrElse(oldest::since, oldest::none);
    }

    /** Empty when another instance is at it. */
    private Mono<Outcome> send(Upload upload) {
        Upload sending = upload.sending(clock.instant());
        return uploads.put(sending)
                .filter(isOurs -> isOurs)
                .flatMap(_ -> platform.send(sending))
                .flatMap(reply -> keep(sending, reply).thenReturn(outcomeOf(reply)))
                .doOnNext(outcome -> {
                    meters.counter(SENT, "outcome", outcome.name()).increment();
                    publish.run();
                });
    }

    /** A record that has changed meanwhile is due again, whatever became of the version before. */
    private Mono<Boolean> keep(Upload sending, Reply reply) {
        Instant now = clock.instant();
        return switch (reply) {
            case Reply.Accepted _ -> uploads.put(sending.accepted(now));
            case Reply.Refused(String reason) -> uploads.put(sending.refused(reason, now));
            case Reply.NotSent _ -> uploads.put(sending.notSent(now));
            case Reply.Unknown _ -> Mono.just(false);
        };
    }

    private static Outcome outcomeOf(Reply reply) {
        return switch (reply) {
            case Reply.Accepted _ -> Outcome.ACCEPTED;
            case Reply.Refused _ -> Outcome.REFUSED;
            case Reply.NotSent _ -> Outcome.NOT_SENT;
            case Reply.Unknown _ -> Outcome.UNKNOWN;
        };
    }
}
