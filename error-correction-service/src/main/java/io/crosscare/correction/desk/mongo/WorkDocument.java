package io.crosscare.correction.desk.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Reach;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Refusal.FilingVersion;
import io.crosscare.correction.desk.model.Refusal.KnownVersions;
import io.crosscare.correction.desk.model.Repair;
import io.crosscare.correction.desk.model.RepairRun;
import io.crosscare.correction.desk.model.VisitScope;
import io.crosscare.correction.desk.model.Work;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** See {@link Work}; public for the driver's record codec, as are its parts. Cases stored before there was any have none. */
public record WorkDocument(
        @Nullable String cause,
        @Nullable RecheckDocument recheck,
        int checks,
        @Nullable Instant nextCheckAt,
        List<RunDocument> runs,
        long runsByHand,
        long misled,
        @Nullable String group,
        @Nullable OutageDocument outage) {

    /** See {@link Recheck}. */
    public record RecheckDocument(
            Instant at,
            String outcome,
            @Nullable String reason,
            @Nullable String message,
            @Nullable String messageEn,
            @Nullable String settlement,
            @Nullable Long institution,
            @Nullable Long person,
            List<FilingDocument> filings,
            List<String> stale,
            List<String> unlisted) {

        private static RecheckDocument of(Recheck recheck) {
            return new RecheckDocument(
                    recheck.at(),
                    recheck.outcome().name(),
                    recheck.reason(),
                    recheck.message(),
                    recheck.messageEn(),
                    recheck.settlementId(),
                    recheck.known().institution(),
                    recheck.known().person(),
                    recheck.known().filings().stream()
                            .map(filing -> new FilingDocument(filing.id(), filing.version()))
                            .toList(),
                    recheck.stale().stream().sorted().toList(),
                    recheck.unlisted());
        }

        private Recheck toRecheck() {
            return new Recheck(
                    at,
                    Recheck.Outcome.valueOf(outcome),
                    reason,
                    message,
                    messageEn,
                    settlement,
                    new KnownVersions(
                            institution,
                            person,
                            filings.stream()
                                    .map(filing -> new FilingVersion(filing.id(), filing.version()))
                                    .toList()),
                    Set.copyOf(stale),
                    unlisted);
        }
    }

    /** A filing that was known. */
    public record FilingDocument(String id, long version) {}

    /** See {@link RepairRun}. */
    public record RunDocument(
            String repair,
            Instant at,
            String outcome,
            String detail,
            @Nullable String by,
            @Nullable String keyHash) {

        private static RunDocument of(RepairRun run) {
            return new RunDocument(
                    run.repair().name(), run.at(), run.outcome().name(), run.detail(), run.by(), run.keyHash());
        }

        private RepairRun toRun() {
            return new RepairRun(Repair.valueOf(repair), at, RepairRun.Outcome.valueOf(outcome), detail, by, keyHash);
        }
    }

    /**
     * See {@link Outage} and {@link Reach}; with it the scope of the first patient, which a common case does not have among its own fields.
     */
    public record OutageDocument(
            long patients,
            long waiting,
            long ready,
            long refusals,
            String person,
            String visit,
            @Nullable String batch,
            @Nullable List<String> institutions,
            @Nullable List<String> regions) {

        private static OutageDocument of(Outage outage, VisitScope first) {
            return new OutageDocument(
                    outage.patients(),
                    outage.waiting(),
                    outage.ready(),
                    outage.refusals(),
                    first.person().value(),
                    first.visitId(),
                    first.batch(),
                    outage.reach().institutions().stream()
                            .map(InstitutionCode::value)
                            .sorted()
                            .toList(),
                    outage.reach().regions().stream()
                            .map(RegionCode::value)
                            .sorted()
                            .toList());
        }

        Outage toOutage(String id) {
            return new Outage(new CaseId(id), patients, waiting, ready, refusals, toReach());
        }

        /** Of a case stored before it was kept, unknown until its patients are counted. */
        private Reach toReach() {
            return institutions == null || regions == null
                    ? Reach.NONE
                    : new Reach(
                            institutions.stream().map(InstitutionCode::new).collect(Collectors.toUnmodifiableSet()),
                            regions.stream().map(RegionCode::new).collect(Collectors.toUnmodifiableSet()));
        }
    }

    static WorkDocument of(CorrectionCase one) {
        Work work = one.file().work();
        Cause cause = work.cause();
        Recheck recheck = work.recheck();
        CaseId group = work.group();
        Outage outage = work.outage();
        return new WorkDocument(
                cause == null ? null : cause.name(),
                recheck == null ? null : RecheckDocument.of(recheck),
                work.checks(),
                work.nextCheckAt(),
                work.runs().stream().map(RunDocument::of).toList(),
                work.runsByHand(),
                work.misled(),
                group == null ? null : group.value(),
                outage == null
                        ? null
                        : OutageDocument.of(outage, one.file().subject().scope()));
    }

    /** Of the case with this id. */
    Work toWork(String id) {
        return new Work(
                cause == null ? null : Cause.valueOf(cause),
                recheck == null ? null : recheck.toRecheck(),
                checks,
                nextCheckAt,
                runs.stream().map(RunDocument::toRun).toList(),
                runsByHand,
                misled,
                group == null ? null : new CaseId(group),
                outage == null ? null : outage.toOutage(id));
    }
}
