package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.settle.Verdict.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run found, before anybody rounds it.
 *
 * @param replies one for each request of the run, by when it was due
 * @param episodes one for each neighbour, in the order of the run
 * @param late how late the generator handed out its requests
 * @param errors by label, of what was asked before and after the run
 * @param asked the checks of the suite afterwards
 */
record SickNeighbourFindings(
        SickNeighbourSettings settings,
        Findings.Setting setting,
        List<Reply> replies,
        List<Episode> episodes,
        Latencies late,
        SortedMap<String, Long> errors,
        Verdict asked) {

    private static final int P99 = 990;
    private static final double NANOS_PER_SECOND = 1e9;

    SickNeighbourFindings {
        replies = List.copyOf(replies);
        episodes = List.copyOf(episodes);
    }

    /**
     * What happened to a neighbour.
     *
     * @param backNanos when it went on again, counted from the beginning of the run; null when it never did
     * @param oldestCopySeconds how old the oldest copy of settlement-service was when the phase of the sickness ended
     */
    record Episode(Neighbour neighbour, @Nullable Long backNanos, double oldestCopySeconds) {}

    /**
     * How long it took after a neighbour was back.
     *
     * @param firstGoodSeconds until a settlement was answered; null when none was
     * @param lastOtherSeconds until the last request was due that was not settled; zero when each was
     */
    record Recovery(@Nullable Double firstGoodSeconds, double lastOtherSeconds) {}

    /** Those that were due in a phase. */
    List<Reply> of(Phase phase) {
        return replies.stream()
                .filter(reply -> reply.dueNanos() >= TimeUnit.SECONDS.toNanos(phase.fromSecond())
                        && reply.dueNanos() < TimeUnit.SECONDS.toNanos(phase.untilSecond()))
                .toList();
    }

    static SortedMap<String, Integer> byLabel(List<Reply> some) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        some.forEach(reply -> counts.merge(reply.label(), 1, Integer::sum));
        return counts;
    }

    static Latencies settled(List<Reply> some) {
        return Latencies.ofNanos(some.stream()
                .filter(Reply::isSettled)
                .mapToLong(Reply::tookNanos)
                .toArray());
    }

    /** Null when the neighbour never came back. */
    @Nullable
    Recovery recovery(Phase.After after) {
        Long known = backOf(after.neighbour());
        if (known == null) {
            return null;
        }
        long back = known;
        long until = TimeUnit.SECONDS.toNanos(after.untilSecond());
        List<Reply> since = replies.stream()
                .filter(reply -> reply.dueNanos() >= back && reply.dueNanos() < until)
                .toList();
        @Nullable
        Double firstGood = since.stream()
                .filter(Reply::isSettled)
                .map(reply -> (reply.endNanos() - back) / NANOS_PER_SECOND)
                .min(Double::compare)
                .orElse(null);
        double lastOther = since.stream()
                .filter(reply -> !reply.isSettled())
                .mapToDouble(reply -> (reply.dueNanos() - back) / NANOS_PER_SECOND)
                .max()
                .orElse(0);
        return new Recovery(firstGood, lastOther);
    }

    private @Nullable Long backOf(Neighbour neighbour) {
        for (Episode episode : episodes) {
            if (episode.neighbour() == neighbour) {
                return episode.backNanos();
            }
        }
        return null;
    }

    /** Over the run itself and what the suite said afterwards. */
    Verdict verdict() {
        List<Check> checks = new ArrayList<>();
        checks.add(onlySettlementsWhileWell());
        checks.add(nothingButUnavailable());
        checks.add(recovers());
        if (!settings.isTrial()) {
            checks.add(staysBelowTheBar());
        }
        checks.addAll(asked.checks());
        return new Verdict(checks);
    }

    private Check onlySettlementsWhileWell() {
        List<Reply> well = settings.phases().stream()
                .filter(Phase.Well.class::isInstance)
                .flatMap(phase -> of(phase).stream())
                .toList();
        long settled = well.stream().filter(Reply::isSettled).count();
        return new Check(
                "都正常时，每个请求都结算",
                "while all are well, every request is settled",
                settled > 0 && settled == well.size(),
                "%,d / %,d".formatted(settled, well.size()));
    }

    private Check nothingButUnavailable() {
        long other = replies.stream()
                .filter(reply -> !reply.isSettled() && !reply.isUnavailable())
                .count();
        return new Check("其他应答只有 503", "whatever is not settled is told 503", other == 0, "%,d".formatted(other));
    }

    private Check recovers() {
        double slowest = 0;
        boolean holds = true;
        for (Phase phase : settings.phases()) {
            if (phase instanceof Phase.After after) {
                Recovery recovery = recovery(after);
                holds &= recovery != null && recovery.firstGoodSeconds() != null;
                slowest = recovery == null ? slowest : Math.max(slowest, recovery.lastOtherSeconds());
            }
        }
        long max = SickNeighbourSettings.RECOVERY_MAX.toSeconds();
        return new Check(
                "邻居恢复后 %d 秒内一切如常".formatted(max),
                "all is as before within %d s of its return".formatted(max),
                holds && slowest <= max,
                "%.1f s".formatted(slowest));
    }

    private Check staysBelowTheBar() {
        double worst = settings.phases().stream()
                .map(phase -> settled(of(phase)))
                .filter(latencies -> latencies.count() > 0)
                .mapToDouble(latencies -> millis(latencies, P99))
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        return new Check(
                "各阶段结算的 p99 低于 %d 毫秒".formatted(settings.barMillis()),
                "p99 of settlements below %d ms in every phase".formatted(settings.barMillis()),
                worst < settings.barMillis(),
                "%,.1f ms".formatted(worst));
    }

    static double millis(Latencies latencies, int perMille) {
        return latencies.nanosAt(perMille) / 1e6;
    }
}
