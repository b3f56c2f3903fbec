package io.crosscare.correction.desk;

import io.crosscare.correction.desk.CorrectionCases.Ending;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.Cause;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * How far the desk comes by itself: of the cases that opened in a period, how many were closed by a settlement without anybody
 * lending a hand, by cause; and how often it was wrong, which must be never.
 */
public final class ReportAutomation {

    private static final long WHOLE_BP = 10_000;

    private final CorrectionCases cases;
    private final Clock clock;

    public ReportAutomation(CorrectionCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What was counted.
     *
     * @param wrongActions how often a bill that the desk had called ready was refused again for the same cause
     */
    public record Automation(Instant at, Share total, long wrongActions, List<CauseShare> causes) {

        public Automation {
            causes = List.copyOf(causes);
        }
    }

    /** Cases of one cause; null for those stored before there were diagnoses. */
    public record CauseShare(@Nullable Cause cause, Share share) {}

    /** So many cases, and how they ended. */
    public record Share(long withoutHand, long withHand, long open) {

        public long closed() {
            return withoutHand + withHand;
        }

        /** Of the closed ones, those that nobody lent a hand to, rounded half up; empty where none is closed. */
        public Optional<Long> withoutHandBp() {
            return closed() == 0
                    ? Optional.empty()
                    : Optional.of((2 * WHOLE_BP * withoutHand + closed()) / (2 * closed()));
        }

        private static Share of(List<Ending> endings) {
            return new Share(
                    sum(endings, one -> one.state() == CaseState.RESOLVED && !one.byHand()),
                    sum(endings, one -> one.state() == CaseState.RESOLVED && one.byHand()),
                    sum(endings, one -> one.state() == CaseState.OPEN));
        }

        private static long sum(List<Ending> endings, Predicate<Ending> wanted) {
            return endings.stream().filter(wanted).mapToLong(Ending::cases).sum();
        }
    }

    /** Of the cases whose first refusal was recorded from one instant on and before another. */
    public Mono<Automation> report(CaseSight sight, Instant from, Instant before) {
        return cases.endings(sight, from, before)
                .collectList()
                .zipWith(cases.misled(sight, from, before))
                .map(found -> new Automation(
                        clock.instant(), Share.of(found.getT1()), found.getT2(), byCause(found.getT1())));
    }

    private static List<CauseShare> byCause(List<Ending> endings) {
        return endings.stream()
                .map(Ending::cause)
                .map(Optional::ofNullable)
                .distinct()
                .map(cause -> cause.orElse(null))
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .map(cause -> new CauseShare(
                        cause,
                        Share.of(endings.stream()
                                .filter(one -> Objects.equals(one.cause(), cause))
                                .toList())))
                .toList();
    }
}
