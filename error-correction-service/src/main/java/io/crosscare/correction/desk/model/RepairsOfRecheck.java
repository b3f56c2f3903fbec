package io.crosscare.correction.desk.model;

import io.crosscare.correction.desk.model.RepairRun.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a recheck has repaired. Only what it brought to light is recorded: an answer that says the same as the one before is no
 * repair, or the list would be full of them.
 */
public final class RepairsOfRecheck {

    private RepairsOfRecheck() {}

    public static List<RepairRun> of(CorrectionCase one, Recheck told) {
        Recheck before = one.file().work().recheck();
        if (told.saysAs(before)) {
            return List.of();
        }
        List<RepairRun> runs = new ArrayList<>();
        Instant at = told.at();
        if (told.outcome() == Recheck.Outcome.UNANSWERED) {
            return List.of(RepairRun.automatic(Repair.RECHECK, at, Outcome.UNANSWERED, "silent"));
        }
        if (hasRenewedACopy(one.file().lastRefusal(), told)) {
            runs.add(RepairRun.automatic(Repair.REFRESH_COPY, at, Outcome.DONE, "renewed"));
        }
        boolean wasInFlight = before != null && before.outcome() == Recheck.Outcome.IN_PROGRESS;
        if (wasInFlight || told.outcome() == Recheck.Outcome.IN_PROGRESS) {
            Outcome outcome = told.outcome() == Recheck.Outcome.IN_PROGRESS ? Outcome.NOTHING_FOUND : Outcome.DONE;
            runs.add(RepairRun.automatic(
                    Repair.RESOLVE_OUTCOME, at, outcome, told.outcome().name()));
        }
        runs.add(RepairRun.automatic(Repair.RECHECK, at, told.runOutcome(), wordOf(told)));
        if (told.outcome() == Recheck.Outcome.READY) {
            runs.add(RepairRun.automatic(Repair.NOTIFY, at, Outcome.DONE, "institution"));
        }
        return runs;
    }

    private static String wordOf(Recheck told) {
        String reason = told.reason();
        return reason == null ? told.outcome().name() : reason;
    }

    /** Settlement knows more now than when it refused. */
    private static boolean hasRenewedACopy(Refusal refusal, Recheck told) {
        Map<String, Long> filings = refusal.known().filings().stream()
                .collect(Collectors.toMap(Refusal.FilingVersion::id, Refusal.FilingVersion::version, Math::max));
        boolean isFilingNewer = told.known().filings().stream()
                .anyMatch(filing -> filing.version() > filings.getOrDefault(filing.id(), 0L));
        return isFilingNewer
                || isNewer(told.known().person(), refusal.known().person())
                || isNewer(told.known().institution(), refusal.known().institution());
    }

    private static boolean isNewer(@Nullable Long now, @Nullable Long then) {
        return now != null && (then == null || now > then);
    }
}
