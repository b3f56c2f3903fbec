package io.crosscare.settlement.external;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.external.FeedBatch.Row;
import io.crosscare.settlement.external.FeedBatch.RowResult;
import io.crosscare.settlement.external.model.ExternalFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A core system's feed as a file: worked on while it arrives, a person's payments in their order, each recorded or refused by
 * itself. Sent again, it changes nothing: the core's numbers are the keys.
 */
public final class FeedFile {

    /** Rows of one file at most. */
    public static final int ROWS_MAX = 200_000;

    /** Refused rows that an answer tells; all are counted. */
    public static final int TOLD_MAX = 500;

    private static final int ROWS_AT_ONCE = 64;
    private static final int PERSONS_AT_ONCE = 8;

    private final FeedBatch feedBatch;

    public FeedFile(FeedBatch feedBatch) {
        this.feedBatch = feedBatch;
    }

    /** A row of the file as it could be read. */
    public sealed interface Reading {

        /** Line of the file, from 1. */
        int line();

        record Good(int line, Row row) implements Reading {}

        record Flawed(int line, List<FieldError> errors) implements Reading {
            public Flawed {
                errors = List.copyOf(errors);
            }
        }
    }

    /**
     * What became of a row.
     *
     * @param result null where it could not be read
     */
    public record Result(Reading reading, @Nullable RowResult result) {

        private boolean isInChain() {
            return result != null && result.isInChain();
        }

        private boolean wasKnown() {
            return result != null
                    && result.outcome() instanceof RecordExternal.Outcome.InChain(var _, boolean isReplay)
                    && isReplay;
        }
    }

    /**
     * What became of a file.
     *
     * @param known rows that were in the chains before
     * @param refused the first refused rows, in the order of the file
     * @param feed as it stands afterwards; empty where the region has never said that its feed is complete
     */
    public record Taken(
            long rows,
            long recorded,
            long known,
            long refusedCount,
            List<Result> refused,
            Optional<ExternalFeed> feed) {

        private static final Taken NOTHING = new Taken(0, 0, 0, 0, List.of(), Optional.empty());

        public Taken {
            refused = List.copyOf(refused);
        }

        private Taken with(List<Result> portion) {
            List<Result> bad =
                    portion.stream().filter(result -> !result.isInChain()).toList();
            long again = portion.stream().filter(Result::wasKnown).count();
            List<Result> told = new ArrayList<>(refused);
            bad.stream().limit(TOLD_MAX - (long) refused.size()).forEach(told::add);
            return new Taken(
                    rows + portion.size(),
                    recorded + portion.size() - bad.size() - again,
                    known + again,
                    refusedCount + bad.size(),
                    told,
                    feed);
        }

        private Taken with(Optional<ExternalFeed> standing) {
            return new Taken(rows, recorded, known, refusedCount, refused, standing);
        }
    }

    /**
     * Takes it.
     *
     * @param completeUpTo null where the core does not say; taken only where no row was refused
     * @param by the caller's account
     */
    public Mono<Taken> take(RegionCode region, Flux<Reading> rows, @Nullable Instant completeUpTo, String by) {
        return rows.buffer(ROWS_AT_ONCE)
                .concatMap(portion -> record(region, portion, by), 1)
                .scan(Taken.NOTHING, Taken::with)
                .last()
                .flatMap(taken -> feedBatch
                        .feed(region, taken.refusedCount() == 0, completeUpTo)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(taken::with));
    }

    private Mono<List<Result>> record(RegionCode region, List<Reading> portion, String by) {
        return Flux.fromIterable(byPerson(portion))
                .flatMap(
                        rows -> Flux.fromIterable(rows).concatMap(reading -> record(region, reading, by), 1),
                        PERSONS_AT_ONCE)
                .collectSortedList(
                        Comparator.comparingInt(result -> result.reading().line()));
    }

    private static Collection<List<Reading>> byPerson(List<Reading> portion) {
        Map<Optional<PersonId>, List<Reading>> groups = portion.stream()
                .collect(Collectors.groupingBy(FeedFile::personOf, LinkedHashMap::new, Collectors.toList()));
        return groups.values();
    }

    private static Optional<PersonId> personOf(Reading reading) {
        return reading instanceof Reading.Good(var _, Row row) ? Optional.of(row.person()) : Optional.empty();
    }

    private Mono<Result> record(RegionCode region, Reading reading, String by) {
        return switch (reading) {
            case Reading.Good(var _, Row row) ->
                feedBatch.record(region, row, by).map(result -> new Result(reading, result));
            case Reading.Flawed _ -> Mono.just(new Result(reading, null));
        };
    }
}
