package io.crosscare.correction.chain.message;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.correction.chain.model.ChainEntry;
import io.crosscare.correction.chain.model.ChainEntry.Concern;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Fact.Undone;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the settlement service tells it: the body of every event on {@code settlement.settlement.v1}, and an item of a
 * person's chain. Kinds this service does not know have neither settlement nor undo, and only move the head.
 */
public record EntryMessage(
        String id,
        long seq,
        String personId,
        Instant recordedAt,
        String hash,
        @Nullable SettlementMessage settlement,
        @Nullable UndoMessage undo) {

    /** What is told of a settlement. */
    public record SettlementMessage(
            String visitId,
            @Nullable String batch,
            @Nullable String filingId,
            @Nullable String filingCategory,
            @Nullable LocalDate decidedOn,
            LocalDate serviceFrom,
            Long totalCostFen,
            Long fundPayFen,
            Long personalPayFen) {}

    /** What is told of an undo; a void key has no original and no visit. */
    public record UndoMessage(
            String state,
            @Nullable String originalId,
            @Nullable String visitId,
            @Nullable String batch) {}

    /**
     * The entry it tells of.
     *
     * @throws IllegalArgumentException or {@link NullPointerException} when it does not hold one
     */
    public ChainEntry toEntry() {
        return new ChainEntry(new PersonId(personId), seq, Objects.requireNonNull(hash, "hash"), concern());
    }

    private @Nullable Concern concern() {
        PersonId person = new PersonId(personId);
        if (settlement != null) {
            return new Concern(new VisitScope(person, settlement.visitId(), settlement.batch()), settled(settlement));
        }
        if (undo == null || undo.originalId() == null || undo.visitId() == null) {
            return null;
        }
        Undone undone = new Undone(
                Objects.requireNonNull(id, "id"),
                seq,
                Objects.requireNonNull(recordedAt, "recordedAt"),
                Objects.requireNonNull(undo.state(), "state"),
                undo.originalId());
        return new Concern(new VisitScope(person, undo.visitId(), undo.batch()), undone);
    }

    /** Where the entry does not say which day decided, it was the first day of the care. */
    private Settled settled(SettlementMessage told) {
        return new Settled(
                Objects.requireNonNull(id, "id"),
                seq,
                Objects.requireNonNull(recordedAt, "recordedAt"),
                Money.ofFen(told.totalCostFen()),
                Money.ofFen(told.fundPayFen()),
                Money.ofFen(told.personalPayFen()),
                told.filingId(),
                told.filingCategory(),
                decidedOn(told));
    }

    private static LocalDate decidedOn(SettlementMessage told) {
        LocalDate decidedOn = told.decidedOn();
        return decidedOn == null ? Objects.requireNonNull(told.serviceFrom(), "serviceFrom") : decidedOn;
    }
}
