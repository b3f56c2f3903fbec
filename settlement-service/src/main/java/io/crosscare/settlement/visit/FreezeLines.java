package io.crosscare.settlement.visit;

import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.visit.model.FeeSheet.Freezing;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Sets the lines of one settlement of a stay apart from its others, so that the visit can say later which they are. Lines that
 * share a chunk with others are stored once more; nothing belongs to the visit until it is replaced.
 */
public final class FreezeLines {

    private final Visits visits;

    public FreezeLines(Visits visits) {
        this.visits = visits;
    }

    /** What of a stay is frozen for a settlement of these line numbers. Those that are not free are left out. */
    public Mono<Freezing> of(Visit visit, Scope scope, Set<Integer> lineNumbers) {
        return visits.chunks(visit).flatMap(chunks -> of(visit, scope, lineNumbers, chunks));
    }

    private Mono<Freezing> of(Visit visit, Scope scope, Set<Integer> lineNumbers, Map<String, List<VisitLine>> chunks) {
        List<String> whole = new ArrayList<>();
        Set<String> emptied = new HashSet<>();
        List<VisitLine> lines = new ArrayList<>();
        List<VisitLine> moved = new ArrayList<>();
        List<VisitLine> rest = new ArrayList<>();
        for (String chunk : visit.fees().chunks()) {
            List<VisitLine> inside = chunks.getOrDefault(chunk, List.of());
            Predicate<VisitLine> isMeant =
                    line -> lineNumbers.contains(line.line().lineNumber())
                            && visit.fees().isFree(chunk, line);
            List<VisitLine> meant = inside.stream().filter(isMeant).toList();
            lines.addAll(meant);
            if (meant.size() == inside.size()) {
                whole.add(chunk);
            } else if (!meant.isEmpty()) {
                emptied.add(chunk);
                moved.addAll(meant);
                inside.stream().filter(isMeant.negate()).forEach(rest::add);
            }
        }
        if (moved.isEmpty()) {
            return Mono.just(new Freezing(scope, lines, Set.of(), whole, null));
        }
        return Mono.zip(store(visit, moved), store(visit, rest)).map(stored -> {
            whole.add(stored.getT1());
            return new Freezing(scope, lines, emptied, whole, stored.getT2());
        });
    }

    private Mono<String> store(Visit visit, List<VisitLine> lines) {
        return visits.storeChunk(
                visit.id(),
                lines.stream()
                        .sorted(Comparator.comparingInt(line -> line.line().lineNumber()))
                        .toList());
    }
}
