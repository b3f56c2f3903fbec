package io.crosscare.settlement.chain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Care;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Opening;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VoidedKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an undo outside, rendered from its entry alone, so that a replay is the first answer.
 *
 * @param id 记录标识 · of its entry in the chain
 * @param state 结果 · what it made of its original: {@code CANCELLED}, {@code REVERSED}, or {@code VOID} where the original had not come
 * @param originalId 原结算 · the settlement it took back; absent for a void key, as are the visit and the amounts
 * @param interim 中途结算序号 · number of the settlement on the way that it took back; absent for every other
 * @param amounts minus the original's
 */
public record UndoStatement(
        String id,
        long seq,
        EntryKind kind,
        String state,
        @Nullable String originalId,
        String personId,
        @Nullable String visitId,
        @Nullable String batch,
        @Nullable Integer interim,
        String institutionCode,
        String insuredRegion,
        @Nullable String careRegion,
        Instant recordedAt,
        @JsonUnwrapped @Nullable AmountsStatement amounts) {

    private static final String VOID = "VOID";

    /** Of an undo or a void key; empty for every other entry. */
    public static Optional<UndoStatement> in(Entry entry) {
        return switch (entry) {
            case Undo undo -> Optional.of(of(undo));
            case VoidedKey voided -> Optional.of(of(voided));
            case Opening _, AccountCredit _, External _, Closing _, Settlement _ -> Optional.empty();
        };
    }

    private static UndoStatement of(Undo undo) {
        Care care = undo.care();
        return new UndoStatement(
                undo.id().value(),
                undo.link().seq(),
                undo.kind(),
                SettlementState.after(undo).name(),
                undo.original().value(),
                undo.link().person().value(),
                care.visit().value(),
                care.scope() instanceof Scope.Batch batch ? batch.name() : null,
                care.scope() instanceof Scope.Interim interim ? interim.number() : null,
                care.institution().value(),
                care.insuredRegion().value(),
                care.careRegion().value(),
                undo.link().recordedAt(),
                AmountsStatement.ofUndone(undo.undone()));
    }

    private static UndoStatement of(VoidedKey voided) {
        return new UndoStatement(
                voided.id().value(),
                voided.link().seq(),
                voided.kind(),
                VOID,
                null,
                voided.link().person().value(),
                null,
                null,
                null,
                voided.institution().value(),
                voided.insuredRegion().value(),
                null,
                voided.link().recordedAt(),
                null);
    }
}
