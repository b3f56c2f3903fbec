package io.crosscare.settlement.visit;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.visit.model.FeeSheet;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Takes fee lines for a visit that is not being settled. A line number with the same content as before changes nothing, with
 * another content everything is refused; a settled batch and a settled stay take no more lines.
 */
public final class UploadFeeLines {

    /** Lines of one visit, all uploads together. */
    public static final int LINES_MAX = 5_000;

    private static final String LINES = "lines";

    private final Visits visits;

    public UploadFeeLines(Visits visits) {
        this.visits = visits;
    }

    /** The visit with the lines, or a problem that names the line. */
    public Mono<Visit> upload(Visit visit, List<VisitLine> lines) {
        return upload(visit, lines, LINES);
    }

    /**
     * As {@link #upload(Visit, List)}.
     *
     * @param list name of the list in the request
     */
    Mono<Visit> upload(Visit visit, List<VisitLine> lines, String list) {
        return visits.lines(visit).flatMap(present -> store(visit, present, lines, list));
    }

    private Mono<Visit> store(Visit visit, List<VisitLine> present, List<VisitLine> lines, String list) {
        if (visit instanceof Visit.Cancelled) {
            throw VisitProblems.cancelled(visit);
        }
        requireOneKind(visit, present, lines);
        List<VisitLine> added = onlyNew(present, lines, list);
        requireWithinVisit(visit.registration(), lines, list);
        if (added.isEmpty()) {
            return Mono.just(visit);
        }
        if (present.size() + added.size() > LINES_MAX) {
            throw ProblemException.invalid(
                    list,
                    "size",
                    Text.of("一次就诊最多 " + LINES_MAX + " 条明细", "a visit has at most " + LINES_MAX + " lines"));
        }
        requireUnsettled(visit, lines, added);
        return visits.storeChunk(visit.id(), added)
                .map(chunk -> withLines(visit, chunk, added))
                .flatMap(changed -> visits.replace(changed)
                        .flatMap(isReplaced ->
                                isReplaced ? Mono.just(changed) : Mono.error(VisitProblems.moved(visit))));
    }

    private static Visit withLines(Visit visit, String chunk, List<VisitLine> added) {
        return switch (visit) {
            case Visit.Open open
            when open.fees().settlementOf(new Scope.Discharge()).isPresent()
                    && open.registration().isStay() -> throw staySettled(open);
            case Visit.Open open -> open.withLines(chunk, added);
            case Visit.Settling _ -> throw VisitProblems.settling(visit);
            case Visit.Cancelled _ -> throw VisitProblems.cancelled(visit);
            case Visit.Settled settled when settled.registration().isStay() -> throw staySettled(settled);
            case Visit.Settled settled -> settled.withLines(chunk, added);
        };
    }

    private static ProblemException staySettled(Visit stay) {
        return VisitProblems.conflict(stay, Text.of("住院费用已结算，不能再上传明细", "the stay is settled and takes no more lines"));
    }

    /** The bill of a visit is of fee lines or of category totals: a part of it cannot be split by two. */
    private static void requireOneKind(Visit visit, List<VisitLine> present, List<VisitLine> lines) {
        boolean isMixed = Stream.concat(present.stream(), lines.stream())
                        .map(line -> line.line().isCategoryTotal())
                        .distinct()
                        .count()
                > 1;
        if (isMixed) {
            throw VisitProblems.conflict(
                    visit, Text.of("费用明细和类别汇总不能并用", "a visit has fee lines or category totals, not both"));
        }
    }

    private static List<VisitLine> onlyNew(List<VisitLine> present, List<VisitLine> lines, String list) {
        Map<Integer, VisitLine> known =
                present.stream().collect(Collectors.toMap(line -> line.line().lineNumber(), Function.identity()));
        List<VisitLine> added = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            VisitLine line = lines.get(i);
            VisitLine before = known.get(line.line().lineNumber());
            if (before == null) {
                added.add(line);
            } else if (!isSame(before, line)) {
                throw ProblemException.of(ProblemType.LINE_CONFLICT)
                        .with("field", field(list, i, "lineNumber"))
                        .with("lineNumber", line.line().lineNumber());
            }
        }
        return added;
    }

    private static boolean isSame(VisitLine before, VisitLine line) {
        FeeLine one = before.line();
        FeeLine other = line.line();
        return before.batch().equals(line.batch())
                && one.itemCode().equals(other.itemCode())
                && Objects.equals(one.name(), other.name())
                && one.quantityTenThousandths() == other.quantityTenThousandths()
                && one.unitPriceMillionths() == other.unitPriceMillionths()
                && one.amount().equals(other.amount())
                && one.serviceDate().equals(other.serviceDate())
                && Objects.equals(one.given(), other.given());
    }

    private static String field(String list, int place, String name) {
        return list + "[" + place + "]." + name;
    }

    private static void requireWithinVisit(Registration registration, List<VisitLine> lines, String list) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!isWithin(registration, lines.get(i).line().serviceDate())) {
                errors.add(new FieldError(
                        field(list, i, "serviceDate"),
                        "within-visit",
                        Text.of("费用发生日期不在就诊期间内", "lies outside the visit")));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static boolean isWithin(Registration registration, LocalDate day) {
        LocalDate end = registration.endedOn();
        return !day.isBefore(registration.startedOn()) && (end == null || !day.isAfter(end));
    }

    private static void requireUnsettled(Visit visit, List<VisitLine> lines, List<VisitLine> added) {
        if (visit.registration().isStay()) {
            return;
        }
        FeeSheet fees = visit.fees();
        for (VisitLine line : added) {
            @Nullable
            EntryId settledBy =
                    fees.batch(line.batch()).map(FeeSheet.Batch::settledBy).orElse(null);
            if (settledBy != null) {
                throw VisitProblems.settled(
                                visit,
                                settledBy,
                                Text.of("该批次已结算，不能再上传明细", "the batch is settled and takes no more lines"))
                        .with("field", field(LINES, lines.indexOf(line), "batch"));
            }
        }
    }
}
