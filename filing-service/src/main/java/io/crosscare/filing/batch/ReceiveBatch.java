package io.crosscare.filing.batch;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes a file of many rows as it arrives, in blocks, so that memory stays bounded and the sender is slowed to the pace of the
 * work. After each block it is written down how far everything is done. A file that breaks off is sent again under the same key:
 * it is recognised by what it says and goes on where it stopped, and no row is done twice. Another file under that key is refused
 * before anything of it is done.
 */
public final class ReceiveBatch {

    /** Lines that are worked on together; between two blocks the progress is written. */
    public static final int BLOCK = 200;

    /** Rows of one file at most. */
    public static final int ROWS_MAX = 200_000;

    /** Files that are taken at the same time, so that memory stays bounded however many are sent. */
    public static final int FILES_MAX = 4;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final Semaphore places = new Semaphore(FILES_MAX);
    private final Batches batches;
    private final BlindIndex blindIndex;
    private final RandomIds ids;
    private final Clock clock;
    private final Scheduler scheduler;

    /**
     * Makes the use case.
     *
     * @param scheduler on which rows are read and sealed, so that whoever waits at a window is not kept waiting by it
     */
    public ReceiveBatch(Batches batches, BlindIndex blindIndex, RandomIds ids, Clock clock, Scheduler scheduler) {
        this.batches = batches;
        this.blindIndex = blindIndex;
        this.ids = ids;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** The outcome, once the file has ended; a problem, once it has ended too, where as many are being taken as can be. */
    public <T> Mono<ReceivingOutcome> receive(RowHandler<T> handler, SentFile file) {
        return Mono.defer(() -> places.tryAcquire()
                ? take(handler, file).doFinally(_ -> places.release())
                : file.bytes().then(Mono.error(ProblemException.busy(RETRY_AFTER))));
    }

    private <T> Mono<ReceivingOutcome> take(RowHandler<T> handler, SentFile file) {
        BatchStart start = new BatchStart(batches, blindIndex, ids, clock);
        return new Reception<>(handler, file, batches, start, blindIndex, clock).run(scheduler);
    }
}
