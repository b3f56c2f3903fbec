package io.crosscare.settlement.visit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which fee lines a visit has: the immutable chunks they were stored in, and a sum per batch. A line exists for the visit only
 * while its chunk is named here, so that freezing the visit freezes its lines.
 */
public record FeeSheet(List<String> chunks, List<Batch> batches) {

    public static final FeeSheet EMPTY = new FeeSheet(List.of(), List.of());

    public FeeSheet {
        chunks = List.copyOf(chunks);
        batches = List.copyOf(batches);
    }

    /**
     * One batch.
     *
     * @param settledBy the live settlement that covers it; null while there is none
     */
    public record Batch(
            String name,
            int lineCount,
            Money totalCost,
            @Nullable EntryId settledBy) {

        public boolean isSettled() {
            return settledBy != null;
        }

        Batch with(VisitLine line) {
            return new Batch(name, lineCount + 1, totalCost.plus(line.line().amount()), settledBy);
        }

        Batch without(VisitLine line) {
            return new Batch(name, lineCount - 1, totalCost.minus(line.line().amount()), settledBy);
        }

        Batch settledBy(@Nullable EntryId entry) {
            return new Batch(name, lineCount, totalCost, entry);
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

    public Optional<Batch> batch(String name) {
        return batches.stream().filter(batch -> batch.name().equals(name)).findFirst();
    }

    /** The settlement that covers a line of this visit. */
    public Optional<EntryId> settlementOf(VisitLine line) {
        return batch(line.batch()).flatMap(batch -> Optional.ofNullable(batch.settledBy()));
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
        return new FeeSheet(allChunks, allBatches);
    }

    FeeSheet without(Withdrawal withdrawal) {
        List<String> kept = new ArrayList<>(chunks);
        kept.removeAll(withdrawal.chunks());
        String rest = withdrawal.rest();
        if (rest != null) {
            kept.add(rest);
        }
        List<Batch> left = new ArrayList<>(batches);
        withdrawal.lines().forEach(line -> left.replaceAll(batch -> takeFrom(batch, line)));
        left.removeIf(batch -> batch.lineCount() == 0);
        return new FeeSheet(kept, left);
    }

    private static Batch takeFrom(Batch batch, VisitLine line) {
        if (!batch.name().equals(line.batch())) {
            return batch;
        }
        if (batch.isSettled()) {
            throw new IllegalArgumentException("a settled line is not taken back");
        }
        return batch.without(line);
    }

    FeeSheet settled(Scope scope, EntryId entry) {
        return new FeeSheet(
                chunks,
                batches.stream()
                        .map(batch -> isIn(batch, scope) ? batch.settledBy(entry) : batch)
                        .toList());
    }

    FeeSheet unsettled(EntryId undone) {
        return new FeeSheet(
                chunks,
                batches.stream()
                        .map(batch -> undone.equals(batch.settledBy()) ? batch.settledBy(null) : batch)
                        .toList());
    }

    FeeSheet adjusted(EntryId original, EntryId adjustment) {
        return new FeeSheet(
                chunks,
                batches.stream()
                        .map(batch -> original.equals(batch.settledBy()) ? batch.settledBy(adjustment) : batch)
                        .toList());
    }

    private static void add(List<Batch> batches, VisitLine line) {
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            if (batch.name().equals(line.batch())) {
                if (batch.isSettled()) {
                    throw new IllegalArgumentException("a settled batch takes no more lines");
                }
                batches.set(i, batch.with(line));
                return;
            }
        }
        batches.add(new Batch(line.batch(), 0, Money.ZERO, null).with(line));
    }

    private static boolean isIn(Batch batch, Scope scope) {
        return switch (scope) {
            case Scope.Batch one -> batch.name().equals(one.name());
            case Scope.Discharge _ -> true;
        };
    }
}
