package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.id.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that holds a slot (否决): the settlement of one frozen bill has been refused, so whoever is still at it finds the
 * slot taken and ends refused as well. It stands in the register of slots and in no chain: it has no place there, moves
 * nothing and is told to nobody. Another bill of the same scope takes the next generation.
 *
 * @param billHash of the frozen bill; each settlement that is begun freezes another
 * @param reason of the refusal
 * @param decidedOn of the refusal
 * @param settlement of the refusal, what stands in the way; null where nothing does
 */
public record Veto(
        PersonId person,
        Slot slot,
        String billHash,
        String reason,
        LocalDate decidedOn,
        @Nullable EntryId settlement) implements SlotHolder {}
