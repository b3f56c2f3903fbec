package io.crosscare.settlement.visit;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.visit.VisitActs.Acted;
import io.crosscare.settlement.visit.model.FeeSheet;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import io.crosscare.settlement.visit.model.VisitLine;
import io.crosscare.settlement.visit.model.WithdrawnLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Takes back fee lines that are not settled (费用明细撤销 2205, 2302). Their numbers can be uploaded again with other content.
 * What was taken back before needs no withdrawal; of what never was there nothing is withdrawn.
 */
public final class WithdrawFeeLines {

    private static final String ABSENT = "absent=";
    private static final String UPLOADED = "uploaded";
    private static final Text NO_LINE =
            Text.of("该就诊从未上传过这个明细序号", "is no fee line that was ever uploaded for this visit");
    private static final Text NO_BATCH = Text.of("该就诊从未上传过这个批次", "is no batch that was ever uploaded for this visit");

    private final Visits visits;
    private final VisitActs acts;

    public WithdrawFeeLines(Visits visits, VisitActs acts) {
        this.visits = visits;
        this.acts = acts;
    }

    /** Which lines are meant. */
    public sealed interface Selection {

        /** By their numbers, in the order of the request. */
        record Numbers(List<Integer> numbers) implements Selection {

            public Numbers {
                numbers = List.copyOf(numbers);
            }
        }

        /** All of a batch. */
        record Batch(String name) implements Selection {}

        /** All that are not settled. */
        record Unsettled() implements Selection {}
    }

    /** The visit without them, or a problem that names what is settled or never was there. */
    public Mono<Acted> withdraw(Visit visit, Selection selection, VisitAct act) {
        return acts.carryOut(visit, act, current -> switch (current) {
            case Visit.Open open -> withdraw(open, selection, act);
            case Visit.Settled settled -> withdraw(settled, selection);
            case Visit.Settling _ -> Mono.error(VisitProblems.settling(current));
            case Visit.Cancelled _ -> Mono.error(VisitProblems.cancelled(current));
        });
    }

    private Mono<Visit> withdraw(Visit.Open open, Selection selection, VisitAct act) {
        return visits.chunks(open).flatMap(chunks -> {
            List<VisitLine> meant = meant(open, chunks, selection);
            return meant.isEmpty()
                    ? Mono.just(open)
                    : without(open, chunks, meant, act.changing(what(selection, numbersOf(meant))));
        });
    }

    /** Everything is settled, so only what was withdrawn can be meant. */
    private Mono<Visit> withdraw(Visit.Settled settled, Selection selection) {
        return visits.chunks(settled).map(chunks -> {
            meant(settled, chunks, selection);
            return settled;
        });
    }

    private Mono<Visit> without(
            Visit.Open open, Map<String, List<VisitLine>> chunks, List<VisitLine> meant, VisitAct counted) {
        Set<Integer> numbers = new HashSet<>(numbersOf(meant));
        Predicate<VisitLine> isMeant = line -> numbers.contains(line.line().lineNumber());
        Set<String> touched = new HashSet<>();
        List<VisitLine> rest = new ArrayList<>();
        chunks.forEach((name, lines) -> {
            if (lines.stream().anyMatch(isMeant)) {
                touched.add(name);
                lines.stream().filter(isMeant.negate()).forEach(rest::add);
            }
        });
        rest.sort(Comparator.comparingInt(line -> line.line().lineNumber()));
        Mono<Optional<String>> kept = rest.isEmpty()
                ? Mono.just(Optional.empty())
                : visits.storeChunk(open.id(), rest).map(Optional::of);
        return kept.map(name -> open.withoutLines(new FeeSheet.Withdrawal(meant, touched, name.orElse(null)), counted));
    }

    /** How many lines, which, and which of those asked for had been withdrawn before. */
    private static List<String> what(Selection selection, List<Integer> withdrawn) {
        List<String> what = new ArrayList<>();
        what.add("lines=" + withdrawn.size());
        what.add("lineNumbers=" + LineRanges.of(withdrawn));
        if (selection instanceof Selection.Numbers(List<Integer> numbers)) {
            Set<Integer> absent = new HashSet<>(numbers);
            withdrawn.forEach(absent::remove);
            if (!absent.isEmpty()) {
                what.add(ABSENT + LineRanges.of(absent));
            }
        }
        return what;
    }

    private static List<VisitLine> meant(Visit visit, Map<String, List<VisitLine>> chunks, Selection selection) {
        List<Placed> all = chunks.entrySet().stream()
                .flatMap(chunk -> chunk.getValue().stream().map(line -> new Placed(chunk.getKey(), line)))
                .toList();
        requireUploaded(visit, all, selection);
        return switch (selection) {
            case Selection.Numbers(List<Integer> numbers) -> {
                Set<Integer> wanted = new HashSet<>(numbers);
                yield unsettled(
                        visit,
                        all.stream()
                                .filter(placed -> wanted.contains(placed.number()))
                                .toList(),
                        placed -> "lineNumbers[" + numbers.indexOf(placed.number()) + "]");
            }
            case Selection.Batch(String name) ->
                unsettled(
                        visit,
                        all.stream()
                                .filter(placed -> placed.line().batch().equals(name))
                                .toList(),
                        _ -> "batch");
            case Selection.Unsettled _ ->
                all.stream()
                        .filter(placed -> placed.settlementIn(visit).isEmpty())
                        .map(Placed::line)
                        .toList();
        };
    }

    private static void requireUploaded(Visit visit, List<Placed> all, Selection selection) {
        WithdrawnLines withdrawn = visit.file().withdrawn();
        FieldChecks checks = new FieldChecks();
        switch (selection) {
            case Selection.Numbers(List<Integer> numbers) -> {
                Set<Integer> present = all.stream().map(Placed::number).collect(Collectors.toSet());
                for (int i = 0; i < numbers.size(); i++) {
                    if (!present.contains(numbers.get(i)) && !withdrawn.hasLine(numbers.get(i))) {
                        checks.reject("lineNumbers[" + i + "]", UPLOADED, NO_LINE);
                    }
                }
            }
            case Selection.Batch(String name) -> {
                boolean isPresent =
                        all.stream().anyMatch(placed -> placed.line().batch().equals(name));
                if (!isPresent && !withdrawn.hasBatch(name)) {
                    checks.reject("batch", UPLOADED, NO_BATCH);
                }
            }
            case Selection.Unsettled _ -> {}
        }
        checks.throwIfInvalid();
    }

    /** A line and the chunk it lies in. */
    private record Placed(String chunk, VisitLine line) {

        int number() {
            return line.line().lineNumber();
        }

        Optional<EntryId> settlementIn(Visit visit) {
            return visit.fees().settlementOf(chunk, line);
        }
    }

    private static List<VisitLine> unsettled(Visit visit, List<Placed> found, Function<Placed, String> field) {
        for (Placed placed : found) {
            Optional<EntryId> settlement = placed.settlementIn(visit);
            if (settlement.isPresent()) {
                throw settled(visit, settlement.get(), field.apply(placed)).with("lineNumber", placed.number());
            }
        }
        return found.stream().map(Placed::line).toList();
    }

    private static List<Integer> numbersOf(List<VisitLine> lines) {
        return lines.stream().map(line -> line.line().lineNumber()).toList();
    }

    private static ProblemException settled(Visit visit, EntryId settlement, String field) {
        return VisitProblems.settled(visit, settlement, Text.of("明细已结算，不能撤销", "a settled fee line is not withdrawn"))
                .with("field", field);
    }
}
