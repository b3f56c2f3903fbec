package io.crosscare.settlement.invoice.mongo;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.invoice.model.Holder;
import io.crosscare.settlement.invoice.model.Invoice;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that somebody has. Public for the driver's record codec.
 *
 * @param billHash absent in invoices that were taken before it was kept
 */
public record InvoiceDocument(
        @BsonId String id,
        String personId,
        String key,
        @Nullable String billHash) {

    static InvoiceDocument of(Invoice invoice, Holder holder) {
        return new InvoiceDocument(
                invoice.id(), holder.person().value(), holder.key().value(), holder.billHash());
    }

    Holder toHolder() {
        return new Holder(new PersonId(personId), new Key(key), billHash);
    }
}
