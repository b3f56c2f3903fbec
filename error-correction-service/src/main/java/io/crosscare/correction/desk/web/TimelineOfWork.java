package io.crosscare.correction.desk.web;

import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Repair;
import io.crosscare.correction.desk.model.RepairRun;
import io.crosscare.correction.desk.model.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the desk itself asked and did, as lines of the timeline. */
final class TimelineOfWork {

    private TimelineOfWork() {}

    /** That owners were asked shows in what they answered. */
    static Stream<TimelineFact> of(Work work) {
        return Stream.concat(
                Stream.ofNullable(work.recheck()).map(TimelineOfWork::rechecked),
                work.runs().stream()
                        .filter(run -> run.repair() != Repair.ASK_OWNERS || !run.isAutomatic())
                        .map(TimelineOfWork::repaired));
    }

    private static TimelineFact rechecked(Recheck recheck) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("outcome", recheck.outcome().name());
        putIfKnown(details, "reason", recheck.reason());
        putIfKnown(details, "settlementId", recheck.settlementId());
        details.put("known", recheck.known());
        String message = recheck.message() == null ? "" : "：" + recheck.message();
        String messageEn = recheck.messageEn() == null ? "" : ": " + recheck.messageEn();
        return new TimelineFact(
                recheck.at(),
                "SETTLEMENT",
                "RECHECKED",
                "预结算复核：" + Words.RECHECK.of(recheck.outcome().name()) + message,
                "Previewed again: " + recheck.outcome() + messageEn,
                details);
    }

    private static TimelineFact repaired(RepairRun run) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("repair", run.repair().name());
        details.put("outcome", run.outcome().name());
        details.put("detail", run.detail());
        details.put("automatic", run.isAutomatic());
        return new TimelineFact(
                run.at(),
                "DESK",
                "REPAIR",
                (run.isAutomatic() ? "自动处理：" : "人工处理：")
                        + Words.REPAIR.of(run.repair().name()),
                (run.isAutomatic() ? "Done by the desk: " : "Done at somebody's wish: ") + run.repair(),
                details);
    }

    private static void putIfKnown(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
