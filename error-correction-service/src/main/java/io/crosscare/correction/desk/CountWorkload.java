package io.crosscare.correction.desk;

import io.crosscare.correction.desk.CorrectionCases.OpenCount;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How much there is to do: open cases by office, by reason, by cause and by age, and how many of them are late. */
public final class CountWorkload {

    /** A case is in the class of the oldest of these ages, in days, that it has reached. */
    private static final List<Integer> AGES_DAYS = List.of(0, 1, 3, 10);

    private final CorrectionCases cases;
    private final Clock clock;

    public CountWorkload(CorrectionCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What was counted.
     *
     * @param late open cases whose present deadline has passed
     */
    public record Workload(
            Instant at,
            long open,
            long late,
            List<Load<Level>> levels,
            List<Load<Reason>> reasons,
            List<Load<Cause>> causes,
            List<Age> ages) {}

    /**
     * Open cases of one kind.
     *
     * @param <T> what makes them one kind
     */
    public record Load<T>(T of, long open, long late) {}

    /** Open cases that wait since so many days, and not since the days of the next. */
    public record Age(int days, long open) {}

    public Mono<Workload> count(CaseSight sight) {
        Instant now = clock.instant();
        Mono<List<OpenCount>> late = cases.openCounts(sight, dueBefore(now)).collectList();
        Mono<List<Long>> sinceDays = Flux.fromIterable(AGES_DAYS)
                .concatMap(days -> cases.openCounts(sight, openedBefore(now.minus(Duration.ofDays(days))))
                        .collectList()
                        .map(counts -> sum(counts, _ -> true)))
                .collectList();
        return cases.openCounts(sight, WorkFilter.NONE)
                .collectList()
                .zipWith(late)
                .zipWith(sinceDays, (counts, ages) -> workload(now, counts.getT1(), counts.getT2(), ages));
    }

    private static Workload workload(Instant now, List<OpenCount> open, List<OpenCount> late, List<Long> sinceDays) {
        return new Workload(
                now,
                sum(open, _ -> true),
                sum(late, _ -> true),
                Arrays.stream(Level.values())
                        .map(level -> load(level, open, late, OpenCount::level))
                        .toList(),
                open.stream()
                        .map(OpenCount::reason)
                        .distinct()
                        .sorted(Comparator.comparing(Reason::code))
                        .map(reason -> load(reason, open, late, OpenCount::reason))
                        .toList(),
                open.stream()
                        .map(OpenCount::cause)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .map(cause -> load(cause, open, late, OpenCount::cause))
                        .toList(),
                ages(sum(open, _ -> true), sinceDays));
    }

    private static <T> Load<T> load(
            T kind, List<OpenCount> open, List<OpenCount> late, Function<OpenCount, @Nullable T> kindOf) {
        Predicate<OpenCount> isOfKind = count -> kind.equals(kindOf.apply(count));
        return new Load<>(kind, sum(open, isOfKind), sum(late, isOfKind));
    }

    /** What opened while it was counted is of the youngest. */
    private static List<Age> ages(long open, List<Long> sinceDays) {
        return IntStream.range(0, AGES_DAYS.size())
                .mapToObj(index -> {
                    long atLeast = index == 0 ? open : sinceDays.get(index);
                    long older = index + 1 == AGES_DAYS.size() ? 0 : sinceDays.get(index + 1);
                    return new Age(AGES_DAYS.get(index), Math.max(0, atLeast - older));
                })
                .toList();
    }

    private static long sum(List<OpenCount> counts, Predicate<OpenCount> wanted) {
        return counts.stream().filter(wanted).mapToLong(OpenCount::cases).sum();
    }

    private static WorkFilter dueBefore(Instant now) {
        return new WorkFilter(null, null, null, null, null, now);
    }

    private static WorkFilter openedBefore(Instant then) {
        return new WorkFilter(null, null, null, null, then, null);
    }
}
