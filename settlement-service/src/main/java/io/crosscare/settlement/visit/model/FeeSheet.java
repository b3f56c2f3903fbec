package io.crosscare.settlement.visit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which fee lines a visit has: the immutable chunks they were stored in, and a sum per batch. A line exists for the visit only
 * while its chunk is named here, so that freezing the visit freezes its lines. What one settlement of a stay covers is a part:
 * chunks that hold its lines and no others, so that undoing it frees exactly those.
 */
public record FeeSheet(List<String> chunks, List<Batch> batches, List<Part> parts) {

    public static final FeeSheet EMPTY = new FeeSheet(List.of(), List.of());

    public FeeSheet {
        chunks = List.copyOf(chunks);
        batches = List.copyOf(batches);
        parts = List.copyOf(parts);
    }

    /** Of a visit of which nothing is frozen part by part. */
    public FeeSheet(List<String> chunks, List<Batch> batches) {
        this(chunks, batches, List.of());
    }

    /**
     * One batch, or what of it lies in one part of a stay.
     *
     * @param settledBy the live settlement that covers it; null while there is none
     * @param part scope of the part of a stay that it lies in; null where it lies in none
     */
    public record Batch(
            String name,
            int lineCount,
            Money totalCost,
            @Nullable EntryId settledBy,
            @Nullable String part) {

        public Batch(String name, int lineCount, Money totalCost, @Nullable EntryId settledBy) {
            this(name, lineCount, totalCost, settledBy, null);
        }

        public boolean isSettled() {
            return settledBy != null;
        }

        private boolean isFree() {
            return settledBy == null && part == null;
        }

        private Batch without(VisitLine line) {
            return new Batch(name, lineCount - 1, totalCost.minus(line.line().amount()), settledBy, part);
        }

        private Batch settledBy(@Nullable EntryId entry) {
            return new Batch(name, lineCount, totalCost, entry, part);
        }

        private Batch free() {
            return new Batch(name, lineCount, totalCost, null, null);
        }

        private boolean isOneWith(Batch other) {
            return name.equals(other.name)
                    && Objects.equals(settledBy, other.settledBy)
                    && Objects.equals(part, other.part);
        }
    }

    /**
     * What one settlement of a stay covers, from the moment it is frozen for it.
     *
     * @param scope as {@link Scope#text()} writes it
     * @param chunks that hold its lines and no others
     */
    public record Part(String scope, List<String> chunks) {

        public Part {
            chunks = List.copyOf(chunks);
        }
    }

    /**
     * Lines to be taken back.
     *
     * @param lines none of them settled
     * @param chunks those that hold any of them
     * @param rest the chunk that holds what else was in those; null where nothing was
     */
    public record Withdrawal(
            List<VisitLine> lines,
            Set<String> chunks,
            @Nullable String rest) {

        public Withdrawal {
            lines = List.copyOf(lines);
            chunks = Set.copyOf(chunks);
        }
    }

    /**
     * Lines of a stay to be frozen for one settlement.
     *
     * @param lines all free
     * @param emptied chunks that hold some of them beside others, and are given up
     * @param covering chunks that hold them and nothing else
     * @param rest the chunk that holds what else was in the emptied ones; null where nothing was
     */
    public record Freezing(
            Scope scope,
            List<VisitLine> lines,
            Set<String> emptied,
            List<String> covering,
            @Nullable String rest) {

        public Freezing {
            lines = List.copyOf(lines);
            emptied = Set.copyOf(emptied);
            covering = List.copyOf(covering);
        }
    }

    /** The batch of an outpatient visit. */
    public Optional<Batch> batch(String name) {
        return batches.stream().filter(batch -> batch.name().equals(name)).findFirst();
    }

    /** The settlement that covers a line of this visit, which lies in a chunk. */
    public Optional<EntryId> settlementOf(String chunk, VisitLine line) {
        String part = partOf(chunk).map(Part::scope).orElse(null);
        return batches.stream()
                .filter(batch -> batch.name().equals(line.batch()) && Objects.equals(batch.part(), part))
                .flatMap(batch -> Optional.ofNullable(batch.settledBy()).stream())
                .findFirst();
    }

    /** Whether a line that lies in a chunk is neither settled nor frozen. */
    public boolean isFree(String chunk, VisitLine line) {
        return partOf(chunk).isEmpty() && settlementOf(chunk, line).isEmpty();
    }

    /** All live settlements that it names. */
    public Set<EntryId> settlements() {
        return batches.stream()
                .flatMap(batch -> Optional.ofNullable(batch.settledBy()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The settlement that already covers a scope. */
    public Optional<EntryId> settlementOf(Scope scope) {
        return batches.stream()
                .filter(batch -> isIn(batch, scope))
                .flatMap(batch -> Optional.ofNullable(batch.settledBy()).stream())
                .findFirst();
    }

    /** The next settlement on the way: the lowest number that no live one has. */
    public Scope.Interim nextInterim() {
        int number = 1;
        while (partOf(new Scope.Interim(number)).isPresent()) {
            number++;
        }
        return new Scope.Interim(number);
    }

    public int lineCount() {
        return batches.stream().mapToInt(Batch::lineCount).sum();
    }

    public Money totalCost() {
        return batches.stream().map(Batch::totalCost).reduce(Money.ZERO, Money::plus);
    }

    boolean isAllSettled() {
        return !batches.isEmpty() && batches.stream().allMatch(Batch::isSettled);
    }

    FeeSheet with(String chunk, List<VisitLine> lines) {
        List<String> allChunks = new ArrayList<>(chunks);
        allChunks.add(chunk);
        List<Batch> allBatches = new ArrayList<>(batches);
        lines.forEach(line -> add(allBatches, line));
        return new FeeSheet(allChunks, allBatches, parts);
    }

    FeeSheet without(Withdrawal withdrawal) {
        List<Batch> left = new ArrayList<>(batches);
        withdrawal.lines().forEach(line -> takeFree(left, line));
        return new FeeSheet(exchanged(withdrawal.chunks(), withdrawal.rest(), List.of()), left, parts);
    }

    /** A part of the stay, apart from the rest until it is thawed or its settlement undone. */
    FeeSheet frozen(Freezing freezing) {
        String scope = freezing.scope().text();
        List<Batch> all = new ArrayList<>(batches);
        for (VisitLine line : freezing.lines()) {
            takeFree(all, line);
            put(all, new Batch(line.batch(), 1, line.line().amount(), null, scope));
        }
        List<Part> allParts = new ArrayList<>(parts);
        allParts.add(new Part(scope, freezing.covering()));
        return new FeeSheet(exchanged(freezing.emptied(), freezing.rest(), freezing.covering()), all, allParts);
    }

    /** What was frozen for a settlement that did not come about is as it was before. */
    FeeSheet thawed(Scope scope) {
        return settlementOf(scope).isPresent() || partOf(scope).isEmpty() ? this : freed(scope.text());
    }

    FeeSheet settled(Scope scope, EntryId entry) {
        boolean isApart = partOf(scope).isPresent();
        return new FeeSheet(
                chunks,
                batches.stream()
                        .map(batch -> isIn(batch, scope) && (isApart == (batch.part() != null))
                                ? batch.settledBy(entry)
                                : batch)
                        .toList(),
                parts);
    }

    FeeSheet unsettled(EntryId undone) {
        FeeSheet sheet = new FeeSheet(
                chunks,
                batches.stream()
                        .map(batch -> undone.equals(batch.settledBy()) ? batch.settledBy(null) : batch)
                        .toList(),
                parts);
        for (Batch batch : batches) {
            if (undone.equals(batch.settledBy()) && batch.part() != null) {
                sheet = sheet.freed(batch.part());
            }
        }
        return sheet;
    }

    private FeeSheet freed(String scope) {
        List<Batch> all = new ArrayList<>();
        batches.forEach(batch -> put(all, scope.equals(batch.part()) ? batch.free() : batch));
        return new FeeSheet(
                chunks,
                all,
                parts.stream().filter(part -> !part.scope().equals(scope)).toList());
    }

    private List<String> exchanged(Set<String> emptied, @Nullable String rest, List<String> covering) {
        List<String> kept = new ArrayList<>(chunks);
        kept.removeAll(emptied);
        covering.stream().filter(chunk -> !kept.contains(chunk)).forEach(kept::add);
        if (rest != null) {
            kept.add(rest);
        }
        return kept;
    }

    private Optional<Part> partOf(String chunk) {
        return parts.stream().filter(part -> part.chunks().contains(chunk)).findFirst();
    }

    private Optional<Part> partOf(Scope scope) {
        return parts.stream().filter(part -> part.scope().equals(scope.text())).findFirst();
    }

    FeeSheet adjusted(EntryId original, EntryId adjustment) {
        return new FeeSheet(
                chunks,
                batches.stream()
                        .map(batch -> original.equals(batch.settledBy()) ? batch.settledBy(adjustment) : batch)
                        .toList(),
                parts);
    }

    private static void add(List<Batch> batches, VisitLine line) {
        boolean isInSettled = batches.stream()
                .anyMatch(batch -> batch.name().equals(line.batch()) && batch.isSettled() && batch.part() == null);
        if (isInSettled) {
            throw new IllegalArgumentException("a settled batch takes no more lines");
        }
        put(batches, new Batch(line.batch(), 1, line.line().amount(), null, null));
    }

    /** One batch more, or more of one that is there. */
    private static void put(List<Batch> batches, Batch more) {
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            if (batch.isOneWith(more)) {
                batches.set(
                        i,
                        new Batch(
                                batch.name(),
                                batch.lineCount() + more.lineCount(),
                                batch.totalCost().plus(more.totalCost()),
                                batch.settledBy(),
                                batch.part()));
                return;
            }
        }
        batches.add(more);
    }

    private static void takeFree(List<Batch> batches, VisitLine line) {
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            if (batch.isFree() && batch.name().equals(line.batch())) {
                Batch less = batch.without(line);
                if (less.lineCount() == 0) {
                    batches.remove(i);
                } else {
                    batches.set(i, less);
                }
                return;
            }
        }
        throw new IllegalArgumentException("a settled line is not free");
    }

    private static boolean isIn(Batch batch, Scope scope) {
        return switch (scope) {
            case Scope.Batch one -> batch.name().equals(one.name());
            case Scope.Discharge _ -> batch.part() == null || batch.part().equals(scope.text());
            case Scope.Interim _ -> scope.text().equals(batch.part());
        };
    }
}
