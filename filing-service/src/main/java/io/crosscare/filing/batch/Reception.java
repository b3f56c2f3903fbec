package io.crosscare.filing.batch;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.batch.Batches.Block;
import io.crosscare.filing.batch.model.Batch;
import io.crosscare.filing.batch.model.LineSplitter;
import io.crosscare.filing.batch.model.RawLine;
import io.crosscare.filing.batch.model.RowResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One sending of a file, from its first byte to its last. Its state belongs to one block after another. Once it is clear that
 * nothing more will be done, the rest is read and forgotten: whoever sends a large file reads no answer before its end.
 */
final class Reception<T> {

    private static final Text EMPTY = Text.of("文件没有内容", "is empty");

    private final RowHandler<T> handler;
    private final SentFile file;
    private final Batches batches;
    private final BatchStart start;
    private final BlindIndex blindIndex;
    private final Clock clock;
    private final RowReader<T> reader;
    private final LineSplitter splitter = new LineSplitter();

    private int blocks;
    private int lines;
    private String content = "";
    private @Nullable Batch batch;
    private @Nullable ReceivingOutcome stopped;
    private @Nullable Throwable failure;

    Reception(
            RowHandler<T> handler,
            SentFile file,
            Batches batches,
            BatchStart start,
            BlindIndex blindIndex,
            Clock clock) {
        this.handler = handler;
        this.file = file;
        this.batches = batches;
        this.start = start;
        this.blindIndex = blindIndex;
        this.clock = clock;
        this.reader = new RowReader<>(handler, file);
    }

    Mono<ReceivingOutcome> run(Scheduler scheduler) {
        return file.bytes()
                .concatMapIterable(splitter::accept, 1)
                .concatWith(Mono.defer(() -> Mono.justOrEmpty(splitter.end())))
                .buffer(ReceiveBatch.BLOCK)
                .publishOn(scheduler, 1)
                .concatMap(this::takeUnlessStopped, 0)
                .then(Mono.defer(this::outcome));
    }

    private Mono<Void> takeUnlessStopped(List<RawLine> block) {
        if (stopped != null || failure != null) {
            return Mono.empty();
        }
        return take(block).onErrorResume(error -> {
            failure = error;
            return Mono.empty();
        });
    }

    private Mono<Void> take(List<RawLine> block) {
        int number = blocks++;
        int before = lines;
        lines += block.size();
        content = blindIndex.of("batch.content", content + textOf(block));
        List<RawLine> rows = block;
        if (number == 0 && reader.needsHeader()) {
            List<FieldError> errors = reader.readHeader(block.getFirst());
            if (!errors.isEmpty()) {
                return stop(new ReceivingOutcome.Unreadable(errors));
            }
            rows = block.subList(1, block.size());
        }
        List<RawLine> ofRows = rows;
        return started().flatMap(known -> work(known, number, before, ofRows));
    }

    private Mono<Batch> started() {
        return batch == null ? start.start(handler.kind(), file).doOnNext(known -> batch = known) : Mono.just(batch);
    }

    private Mono<Void> work(Batch known, int number, int before, List<RawLine> rows) {
        int done = known.progress().lines();
        if (lines <= done) {
            // Read for its keys alone: a later row may repeat one of them.
            rows.forEach(reader::read);
            boolean isSame = lines < done || content.equals(known.progress().content());
            return isSame ? Mono.empty() : stop(new ReceivingOutcome.KeyReused());
        }
        if (before < done || known.isCompleted()) {
            return stop(new ReceivingOutcome.KeyReused());
        }
        if (known.progress().counts().read() + rows.size() > ReceiveBatch.ROWS_MAX) {
            return stop(new ReceivingOutcome.TooLong(known, ReceiveBatch.ROWS_MAX));
        }
        return resultsOf(known, rows).flatMap(results -> writeDown(known, number, results));
    }

    private Mono<List<RowResult>> resultsOf(Batch known, List<RawLine> rows) {
        List<RowResult> refused = new ArrayList<>();
        List<NumberedRow<T>> good = new ArrayList<>();
        for (RawLine line : rows) {
            switch (reader.read(line)) {
                case RowReading.Good<T>(T row, var _) -> good.add(new NumberedRow<>(line.number(), row));
                case RowReading.Bad<T>(var errors) -> refused.add(RowResult.refused(line.number(), errors));
            }
        }
        BatchOrder order = new BatchOrder(known.id(), file.agency());
        return (good.isEmpty() ? Mono.just(List.<RowResult>of()) : handler.handle(order, good))
                .map(done -> Stream.concat(refused.stream(), done.stream())
                        .sorted(Comparator.comparingInt(RowResult::row))
                        .toList());
    }

    /** First the results, then how far it is done: what is not written down yet is worked on again and comes to the same. */
    private Mono<Void> writeDown(Batch known, int number, List<RowResult> results) {
        List<RowResult> kept = handler.keepsEveryResult()
                ? results
                : results.stream().filter(RowResult::isRefused).toList();
        Mono<Void> keeping = kept.isEmpty() ? Mono.empty() : batches.keep(known.id(), new Block(number, kept));
        return keeping.then(Mono.defer(() -> replace(known, known.advance(lines, content, results, clock.instant()))));
    }

    private Mono<Void> replace(Batch before, Batch after) {
        return batches.replace(before, after).flatMap(isReplaced -> {
            if (!isReplaced) {
                return stop(new ReceivingOutcome.Overtaken(before));
            }
            batch = after;
            return Mono.empty();
        });
    }

    private Mono<Void> stop(ReceivingOutcome outcome) {
        stopped = outcome;
        return Mono.empty();
    }

    private Mono<ReceivingOutcome> outcome() {
        if (failure != null) {
            return Mono.error(failure);
        }
        if (stopped != null) {
            return Mono.just(stopped);
        }
        Batch known = batch;
        if (known == null) {
            return Mono.just(new ReceivingOutcome.Unreadable(List.of(new FieldError("body", "required", EMPTY))));
        }
        if (lines < known.progress().lines()) {
            return Mono.just(new ReceivingOutcome.KeyReused());
        }
        return known.isCompleted() ? Mono.just(new ReceivingOutcome.Replayed(known)) : complete(known);
    }

    private Mono<ReceivingOutcome> complete(Batch known) {
        Batch completed = known.complete(clock.instant());
        return batches.replace(known, completed)
                .map(isReplaced ->
                        isReplaced ? new ReceivingOutcome.Completed(completed) : new ReceivingOutcome.Overtaken(known));
    }

    /** Every byte is one character here, so that equal text means equal bytes. */
    private static String textOf(List<RawLine> block) {
        return block.stream()
                .map(line -> new String(line.bytes(), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n", "\n", ""));
    }
}
