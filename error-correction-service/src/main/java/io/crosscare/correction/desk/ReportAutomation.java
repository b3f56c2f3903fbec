package io.crosscare.correction.desk;

import io.crosscare.correction.desk.CorrectionCases.Ending;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.Cause;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * How far the desk comes by itself: of the cases that opened in a period and had something to be mended, how many were closed by a
 * settlement without anybody lending a hand, by cause; and how often it was wrong, which must be never. Where nothing had to be
 * mended it did nothing, so those are counted apart.
 */
public final class ReportAutomation {

    private static final long WHOLE_BP = 10_000;

    /** The bill had been settled, reversed, or withdrawn with its visit. */
    private static final Set<Cause> NOTHING_TO_MEND =
            EnumSet.of(Cause.DUPLICATE, Cause.REVERSED_BEFORE_ARRIVAL, Cause.VISIT_CANCELLED);

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

    /**
     * So many cases, and how they ended.
     *
     * @param nothingToMend closed, by whomever, with nothing that had to be mended
     */
    public record Share(long withoutHand, long withHand, long nothingToMend, long open) {

        public long closed() {
            return mended() + nothingToMend;
        }

        /** Of the mended ones, those that nobody lent a hand to, rounded half up; empty where none was mended. */
        public Optional<Long> withoutHandBp() {
            return mended() == 0
                    ? Optional.empty()
                    : Optional.of((2 * WHOLE_BP * withoutHand + mended()) / (2 * mended()));
        }

        private long mended() {
            return withoutHand + withHand;
        }

        private static Share of(List<Ending> endings) {
            return new Share(
                    sum(endings, one -> isMended(one) && !one.byHand()),
                    sum(endings, one -> isMended(one) && one.byHand()),
                    sum(endings, one -> one.state() == CaseState.RESOLVED && !isMended(one)),
                    sum(endings, one -> one.state() == CaseState.OPEN));
        }

        private static boolean isMended(Ending one) {
            Cause cause = one.cause();
            return one.state() == CaseState.RESOLVED && (cause == null || !NOTHING_TO_MEND.contains(cause));
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
