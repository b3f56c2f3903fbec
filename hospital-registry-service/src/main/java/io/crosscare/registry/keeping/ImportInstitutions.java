package io.crosscare.registry.keeping;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.registry.directory.Institutions;
import io.crosscare.registry.directory.Institutions.Receipt;
import io.crosscare.registry.directory.Institutions.Recording;
import io.crosscare.registry.keeping.ImportReport.Outcome;
import io.crosscare.registry.keeping.ImportReport.Row;
import io.crosscare.registry.model.ChangeKind;
import io.crosscare.registry.model.FieldDifference;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionChange;
import io.crosscare.registry.model.InstitutionDifference;
import io.crosscare.registry.model.Versioned;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes rows of institutions in, one after the other as they arrive; a bad row is told and stops no other. Sending the same file
 * again changes nothing: what a row says is compared with what is recorded.
 */
public final class ImportInstitutions {

    private static final int ATTEMPTS_MAX = 8;
    private static final Text NOT_YOURS =
            Text.of("该机构不在本机构管辖的地区", "The institution is not in a region that the caller keeps");
    private static final Text REPEATED = Text.of("文件中已出现过该机构", "The institution appeared in the file before");
    private static final Text BUSY = Text.of("该机构正被他人修改，请稍后重传", "Others change this institution, send it again");

    private final Institutions institutions;
    private final InstitutionRows rows;
    private final Runnable publish;
    private final Clock clock;

    public ImportInstitutions(Institutions institutions, InstitutionRows rows, Runnable publish, Clock clock) {
        this.institutions = institutions;
        this.rows = rows;
        this.publish = publish;
        this.clock = clock;
    }

    /**
     * How rows are to be taken.
     *
     * @param isDryRun whether nothing is to be recorded
     * @param effectiveFrom from which day they hold
     */
    public record Order(Caller caller, boolean isDryRun, LocalDate effectiveFrom) {}

    /**
     * A row as it stands in the file.
     *
     * @param number of its line
     * @param fields by column, without empty ones
     */
    public record GivenRow(long number, Map<String, String> fields) {}

    /**
     * Takes the rows in.
     *
     * @throws ProblemException {@code forbidden} to whoever keeps no institutions
     */
    public Mono<ImportReport> take(Flux<GivenRow> given, Order order) {
        if (!Keepers.isKeeper(order.caller())) {
            return Mono.error(ProblemException.forbidden());
        }
        return Mono.defer(() -> {
            ImportReport report = new ImportReport();
            Set<String> seen = new HashSet<>();
            return given.concatMap(row -> take(row, order, seen))
                    .doOnNext(report::count)
                    .then(Mono.fromSupplier(() -> report))
                    .doOnNext(_ -> publish.run());
        });
    }

    private Mono<Row> take(GivenRow given, Order order, Set<String> seen) {
        Institution institution;
        try {
            institution = rows.read(given.fields());
        } catch (ProblemException broken) {
            var code = InstitutionRows.codeOf(given.fields());
            return Mono.just(Row.refused(given.number(), code == null ? null : code.value(), broken.errors()));
        }
        String code = institution.code().value();
        if (!seen.add(code)) {
            return Mono.just(refused(given, code, "code", "repeated", REPEATED));
        }
        if (!Keepers.isKeeper(order.caller(), institution.region())) {
            return Mono.just(refused(given, code, "region", "not-yours", NOT_YOURS));
        }
        return attempt(given, institution, order)
                .repeatWhenEmpty(turns -> turns.take(ATTEMPTS_MAX - 1L))
                .defaultIfEmpty(refused(given, code, "code", "busy", BUSY));
    }

    /** Empty when another change was faster. */
    private Mono<Row> attempt(GivenRow given, Institution institution, Order order) {
        return Mono.defer(() -> institutions.find(institution.code().value()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(present -> take(given, institution, present, order));
    }

    private Mono<Row> take(GivenRow given, Institution told, Optional<Versioned<Institution>> present, Order order) {
        Institution before = present.map(Versioned::value).orElse(null);
        String code = told.code().value();
        if (before != null && !Keepers.isKeeper(order.caller(), before.region())) {
            return Mono.just(refused(given, code, "region", "not-yours", NOT_YOURS));
        }
        Institution after = before == null
                ? told
                : told.withSuspensions(before.suspensions()).withOutages(before.outages());
        List<FieldDifference> differences = InstitutionDifference.between(before, after);
        if (differences.isEmpty()) {
            return Mono.just(new Row(given.number(), Outcome.UNCHANGED, code, differences, List.of()));
        }
        Row row =
                new Row(given.number(), before == null ? Outcome.ADDED : Outcome.CHANGED, code, differences, List.of());
        return order.isDryRun() ? Mono.just(row) : record(row, after, present, order);
    }

    private Mono<Row> record(Row row, Institution after, Optional<Versioned<Institution>> present, Order order) {
        long version = present.map(Versioned::version).orElse(0L) + 1;
        var change = new InstitutionChange(
                present.isPresent() ? ChangeKind.CHANGED : ChangeKind.RECORDED,
                after,
                version,
                row.differences(),
                order.effectiveFrom(),
                order.caller().subject(),
                order.caller().role().name(),
                null,
                clock.instant());
        String once = "imported/" + after.code().value() + "/" + version;
        return institutions
                .record(change, new Receipt(once, Sha256.of(after.toString())))
                .flatMap(recording -> switch (recording) {
                    case Recording.Done _, Recording.Replayed _ -> Mono.just(row);
                    case Recording.KeyReused _, Recording.MovedOn _ -> Mono.empty();
                });
    }

    private static Row refused(GivenRow given, String code, String field, String rule, Text message) {
        return Row.refused(given.number(), code, List.of(new FieldError(field, rule, message)));
    }
}
