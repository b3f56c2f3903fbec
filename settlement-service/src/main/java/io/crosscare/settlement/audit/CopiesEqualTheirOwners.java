package io.crosscare.settlement.audit;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.settlement.audit.model.CopiedKind;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.RecordVersion;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.benefit.model.Wording;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * I8 the other way round: this service's copies have the versions that their owners have. Institutions, connectivity, agencies
 * and filings are compared in full, persons by a sample drawn anew for each audit, since their owner tells of one at a time.
 */
final class CopiesEqualTheirOwners {

    private static final List<CopiedKind> LISTED =
            List.of(CopiedKind.INSTITUTION, CopiedKind.CONNECTIVITY, CopiedKind.AGENCY, CopiedKind.FILING);
    private static final int RECORDS_AT_ONCE = 64;
    private static final long NONE = 0;
    private static final Wording OWNER_SILENT =
            new Wording("备案服务或机构登记服务没有答复", "filing-service or hospital-registry-service did not answer");

    private final AuditedRecords records;
    private final OwnedRecords ownedRecords;
    private final SecondLook secondLook;

    CopiesEqualTheirOwners(AuditedRecords records, OwnedRecords ownedRecords, SecondLook secondLook) {
        this.records = records;
        this.ownedRecords = ownedRecords;
        this.secondLook = secondLook;
    }

    Mono<Void> check(AuditRun run) {
        return Flux.fromIterable(LISTED)
                .concatMap(kind -> compare(kind, ownedRecords.all(kind), run))
                .then(Mono.defer(() -> compare(CopiedKind.INSURED_PERSON, sampledPersons(run), run)))
                .onErrorResume(ProblemException.class, _ -> {
                    run.unchecked(Invariant.I8, OWNER_SILENT);
                    return Mono.empty();
                });
    }

    private Flux<RecordVersion> sampledPersons(AuditRun run) {
        return Flux.fromIterable(run.sampledPersons())
                .concatMap(person -> ownedRecords.find(CopiedKind.INSURED_PERSON, person));
    }

    private Mono<Void> compare(CopiedKind kind, Flux<RecordVersion> owned, AuditRun run) {
        return owned.buffer(RECORDS_AT_ONCE)
                .concatMap(some -> records.copies(
                                kind, some.stream().map(RecordVersion::id).toList())
                        .collect(Collectors.toMap(RecordVersion::id, RecordVersion::version))
                        .doOnNext(copies -> some.forEach(record -> compare(kind, record, copies, run)))
                        .then(secondLook.lookIfMany(run)))
                .then();
    }

    private void compare(CopiedKind kind, RecordVersion owned, Map<String, Long> copies, AuditRun run) {
        run.checked(Invariant.I8, 1);
        long copied = copies.getOrDefault(owned.id(), NONE);
        if (copied != owned.version()) {
            run.suspect(
                    Violation.of(
                            Invariant.I8,
                            kind + " " + owned.id(),
                            "副本为第 %d 版，来源为第 %d 版".formatted(copied, owned.version()),
                            "the copy has version %d, its owner %d".formatted(copied, owned.version())),
                    () -> differs(kind, owned.id()));
        }
    }

    private Mono<Boolean> differs(CopiedKind kind, String id) {
        return Mono.zip(
                version(ownedRecords.find(kind, id)),
                version(records.copies(kind, List.of(id)).next()),
                (owned, copied) -> !owned.equals(copied));
    }

    private static Mono<Long> version(Mono<RecordVersion> record) {
        return record.map(RecordVersion::version).defaultIfEmpty(NONE);
    }
}
