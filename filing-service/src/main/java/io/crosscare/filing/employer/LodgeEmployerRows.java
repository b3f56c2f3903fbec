package io.crosscare.filing.employer;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.batch.BatchOrder;
import io.crosscare.filing.batch.Column;
import io.crosscare.filing.batch.NumberedRow;
import io.crosscare.filing.batch.RowHandler;
import io.crosscare.filing.batch.RowReading;
import io.crosscare.filing.batch.RowText;
import io.crosscare.filing.batch.model.BatchKind;
import io.crosscare.filing.batch.model.RowError;
import io.crosscare.filing.batch.model.RowOutcome;
import io.crosscare.filing.batch.model.RowResult;
import io.crosscare.filing.batch.model.RowWarning;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.LookUpOutcome;
import io.crosscare.filing.lodging.FilingRefusals;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.LodgeFiling;
import io.crosscare.filing.lodging.LodgingOutcome;
import io.crosscare.filing.lodging.model.Clause;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingWarning;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.refusal.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lodges the filings an agency receives from an employer, each under a key of its own that batch and row make, so that
 * a row is lodged once however often it comes. The rules are those of the door for one filing.
 */
public final class LodgeEmployerRows implements RowHandler<EmployerRow> {

    /** Persons whose rows are lodged at the same time. */
    private static final int CONCURRENCY = 8;

    private static final RowError PERSON_UNKNOWN =
            RowError.ofRow("person-unknown", "参保地没有查到该人的参保信息", "The insured region knows no such person");
    private static final RowError IDENTITY_MISMATCH =
            RowError.ofRow("identity-mismatch", "人员编号、证件号码、姓名不是同一人的", "The numbers and the name are not one person's");
    private static final RowError OVERLAPPING = RowError.ofRow(
            "overlapping", "该参保人在同一就医地、同一时段已有备案", "A filing of this person already speaks for that place and period");
    private static final RowError KEY_REUSED =
            RowError.ofRow("idempotency-conflict", "该行先前已按其他内容办理", "This row was lodged before with other content");

    private final InsuredPersons persons;
    private final LodgeFiling lodging;
    private final FilingRules rules;
    private final Clock clock;
    private final MeterRegistry meters;

    public LodgeEmployerRows(
            InsuredPersons persons, LodgeFiling lodging, FilingRules rules, Clock clock, MeterRegistry meters) {
        this.persons = persons;
        this.lodging = lodging;
        this.rules = rules;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public BatchKind kind() {
        return BatchKind.FILING_BATCH;
    }

    @Override
    public List<Column> columns() {
        return EmployerCells.COLUMNS;
    }

    @Override
    public boolean keepsEveryResult() {
        return true;
    }

    @Override
    public RowReading<EmployerRow> read(RowText text, Caller.Agency agency) {
        Map<String, String> cells = switch (text) {
            case RowText.Cells(var byColumn) -> byColumn;
            case RowText.Json _ -> Map.of();
        };
        return RowReading.of(() -> {
            EmployerRow row = EmployerCells.read(cells, agency, ChinaTime.today(clock));
            return new RowReading.Good<>(row, List.of(keyOf(cells)));
        });
    }

    /** The same line twice is a slip; the same person twice, for two places or periods, is none. */
    private static String keyOf(Map<String, String> cells) {
        return EmployerCells.COLUMNS.stream()
                .map(column -> cells.getOrDefault(column.name(), ""))
                .map(cell -> cell.length() + ":" + cell)
                .collect(Collectors.joining(","));
    }

    /** A row of a batch and who is behind its numbers. */
    private record Found(NumberedRow<EmployerRow> row, LookUpOutcome who) {

        /** Rows of one person have the same; of those that nobody is behind each stands alone. */
        String group() {
            return who instanceof LookUpOutcome.Found(InsuredPerson person, var _)
                    ? person.id().value()
                    : "row " + row.number();
        }
    }

    /**
     * Rows of one person are lodged one after the other, as they stand in the file: of two that overlap the first one
     * counts.
     */
    @Override
    public Mono<List<RowResult>> handle(BatchOrder order, List<NumberedRow<EmployerRow>> rows) {
        return Flux.fromIterable(rows)
                .flatMapSequential(row -> find(row.row().who()).map(who -> new Found(row, who)), CONCURRENCY)
                .collect(Collectors.groupingBy(Found::group, LinkedHashMap::new, Collectors.toList()))
                .flatMapMany(groups -> Flux.fromIterable(groups.values()))
                .flatMap(ofOne -> Flux.fromIterable(ofOne).concatMap(found -> handle(order, found)), CONCURRENCY)
                .sort(Comparator.comparingInt(RowResult::row))
                .collectList();
    }

    private Mono<RowResult> handle(BatchOrder order, Found found) {
        return switch (found.who()) {
            case LookUpOutcome.Found(InsuredPerson person, var _) -> lodge(order, found.row(), person);
            case LookUpOutcome.PersonUnknown _ -> Mono.just(refused(found.row(), PERSON_UNKNOWN));
            case LookUpOutcome.IdentityMismatch _ -> Mono.just(refused(found.row(), IDENTITY_MISMATCH));
        };
    }

    private Mono<LookUpOutcome> find(EmployerRow.Who who) {
        Mono<InsuredPerson> byNumber =
                Mono.justOrEmpty(who.personNumber()).flatMap(number -> persons.find(who.insuredRegion(), number));
        Mono<InsuredPerson> byIdentity =
                Mono.justOrEmpty(who.identityNumber()).flatMap(number -> persons.find(who.insuredRegion(), number));
        return (who.personNumber() == null ? byIdentity : byNumber)
                .map(person -> compare(person, who))
                .defaultIfEmpty(new LookUpOutcome.PersonUnknown());
    }

    private static LookUpOutcome compare(InsuredPerson person, EmployerRow.Who who) {
        boolean isIdentitys = who.identityNumber() == null
                || who.identityNumber().equals(person.particulars().identityNumber());
        return isIdentitys ? person.compareWith(who.name(), null) : new LookUpOutcome.IdentityMismatch();
    }

    private Mono<RowResult> lodge(BatchOrder order, NumberedRow<EmployerRow> row, InsuredPerson person) {
        IdempotencyKey key = new IdempotencyKey("batch/" + order.id() + "/" + row.number());
        return lodging.lodge(row.row().what().toCommand(person.id()), order.agency(), key)
                .map(outcome -> resultOf(row, person, outcome));
    }

    private RowResult resultOf(NumberedRow<EmployerRow> row, InsuredPerson person, LodgingOutcome outcome) {
        return switch (outcome) {
            case LodgingOutcome.Lodged(Filing filing) -> {
                count(filing);
                yield lodged(row, person, filing);
            }
            case LodgingOutcome.Replayed(Filing filing) -> lodged(row, person, filing);
            case LodgingOutcome.KeyReused _ -> refused(row, KEY_REUSED);
            case LodgingOutcome.PersonNotVisible _ -> refused(row, PERSON_UNKNOWN);
            case LodgingOutcome.NoDestination(var why) ->
                refused(row, new RowError("careRegion", why.rule(), why.zh(), why.en()));
            case LodgingOutcome.MaterialUnknown _ -> throw new IllegalStateException("a row states no papers");
            case LodgingOutcome.Overlapping(var existing) -> refused(row, OVERLAPPING.becauseOf(existing.value()));
            case LodgingOutcome.NotEligible(var decision, var region) ->
                refused(
                        row,
                        errorOf(FilingRefusals.of(decision, region, ChinaTime.today(clock)))
                                .on(groundOf(decision.clause())));
        };
    }

    /** The condition that is not met, and what would meet it. */
    private static RowError errorOf(Refusal refusal) {
        return RowError.ofRow(
                refusal.reason().name(),
                Stream.of(refusal.message().zh(), refusal.nextStep().zh()).collect(Collectors.joining("；")),
                Stream.of(refusal.message().en(), refusal.nextStep().en()).collect(Collectors.joining("; ")));
    }

    private static RowError.Ground groundOf(Clause clause) {
        return new RowError.Ground(
                clause.zh(), clause.en(), clause.source(), clause.mark().zh());
    }

    private void count(Filing filing) {
        meters.counter(
                        "crosscare.filings.lodged",
                        "category",
                        filing.terms().category().name(),
                        "insuredRegion",
                        filing.terms().insuredRegion().value())
                .increment();
    }

    private RowResult lodged(NumberedRow<EmployerRow> row, InsuredPerson person, Filing filing) {
        RegionRules region = rules.require(filing.terms().insuredRegion());
        return RowResult.done(row.number(), RowOutcome.ADDED, filing.id().value())
                .warning(FilingWarning.of(filing, person.particulars(), region).stream()
                        .map(warning -> new RowWarning(warning.code().name(), warning.zh(), warning.en()))
                        .toList());
    }

    private static RowResult refused(NumberedRow<EmployerRow> row, RowError error) {
        return RowResult.refused(row.number(), List.of(error));
    }
}
