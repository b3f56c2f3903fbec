package io.crosscare.filing.batch;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.filing.batch.model.Batch;
import io.crosscare.filing.batch.model.BatchId;
import io.crosscare.filing.batch.model.BatchKind;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Finds the batch of a key or begins it; whoever sends last has it. */
final class BatchStart {

    private static final int ATTEMPTS_MAX = 8;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Batches batches;
    private final BlindIndex blindIndex;
    private final RandomIds ids;
    private final Clock clock;

    BatchStart(Batches batches, BlindIndex blindIndex, RandomIds ids, Clock clock) {
        this.batches = batches;
        this.blindIndex = blindIndex;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<Batch> start(BatchKind kind, SentFile file) {
        return attempt(kind, file, keyOf(kind, file), ATTEMPTS_MAX);
    }

    /** A key belongs to the agency that made it, for each kind of file. */
    private String keyOf(BatchKind kind, SentFile file) {
        return blindIndex.of(
                "batch.idempotency-key",
                kind + ":" + file.agency().region() + ":" + file.key().value());
    }

    private Mono<Batch> attempt(BatchKind kind, SentFile file, String key, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return batches.findByKey(key)
                .flatMap(found -> sendAgain(found, file))
                .switchIfEmpty(Mono.defer(() -> begin(kind, file, key)))
                .switchIfEmpty(Mono.defer(() -> attempt(kind, file, key, attemptsLeft - 1)));
    }

    /** Empty when somebody else was faster. */
    private Mono<Batch> sendAgain(Batch found, SentFile file) {
        if (found.isCompleted()) {
            return Mono.just(found);
        }
        Batch again = found.sendAgain(file.agency().subject(), clock.instant());
        return batches.replace(found, again).filter(isReplaced -> isReplaced).map(_ -> again);
    }

    /** Empty when somebody else was faster. */
    private Mono<Batch> begin(BatchKind kind, SentFile file, String key) {
        Batch batch = Batch.begin(
                new BatchId(ids.next('b')),
                kind,
                file.agency().region(),
                file.agency().subject(),
                clock.instant());
        return batches.add(batch, key)
                .filter(adding -> adding == Batches.Adding.ADDED)
                .map(_ -> batch);
    }
}
