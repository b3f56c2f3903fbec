package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.VisitId;
import org.jspecify.annotations.Nullable;

/**
 * A hospital's request to settle.
 *
 * @param callerKey its {@code Idempotency-Key}
 * @param batch of an outpatient visit; null for a stay
 * @param previewedHead the head its preview was based on; null where it does not care
 */
public record SettleBillCommand(
        InstitutionCode institution,
        VisitId visit,
        String callerKey,
        @Nullable String batch,
        boolean usesPersonalAccount,
        @Nullable HeadName previewedHead,
        @Nullable String invoiceNumber) {

    Key key() {
        return Key.of(institution.value(), EntryKind.SETTLEMENT, callerKey);
    }

    /** Everything that was asked for, but not under which key. */
    ContentHash requestHash() {
        CanonicalForm form = new CanonicalForm("s1")
                .text(visit.value())
                .optionalText(batch)
                .flag(usesPersonalAccount)
                .flag(previewedHead != null);
        if (previewedHead != null) {
            form.number(previewedHead.seq()).text(previewedHead.hash().value());
        }
        return form.optionalText(invoiceNumber).hash();
    }
}
