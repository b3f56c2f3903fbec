package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.VisitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hospital's request to settle.
 *
 * @param callerKey its {@code Idempotency-Key}
 * @param batch of an outpatient visit; null for a stay
 * @param until last day of a settlement on the way, of a stay that goes on; null where it is none
 * @param previewedHead the head its preview was based on; null where it does not care
 */
public record SettleBillCommand(
        InstitutionCode institution,
        VisitId visit,
        String callerKey,
        @Nullable String batch,
        @Nullable LocalDate until,
        boolean usesPersonalAccount,
        @Nullable HeadName previewedHead,
        @Nullable String invoiceNumber) {

    Key key() {
        return Key.of(institution.value(), EntryKind.SETTLEMENT, callerKey);
    }

    /** Everything that was asked for, but not under which key. */
    ContentHash requestHash() {
        CanonicalForm form = new CanonicalForm(until == null ? "s1" : "s2")
                .text(visit.value())
                .optionalText(batch)
                .flag(usesPersonalAccount)
                .flag(previewedHead != null);
        if (previewedHead != null) {
            form.number(previewedHead.seq()).text(previewedHead.hash().value());
        }
        if (until != null) {
            form.day(until);
        }
        return form.optionalText(invoiceNumber).hash();
    }
}
