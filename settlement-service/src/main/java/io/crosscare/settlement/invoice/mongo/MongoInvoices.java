package io.crosscare.settlement.invoice.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.settlement.invoice.Invoices;
import io.crosscare.settlement.invoice.model.Holder;
import io.crosscare.settlement.invoice.model.Invoice;
import java.util.Arrays;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** {@link Invoices} as one document per invoice that somebody has; its name is the unique index. */
public final class MongoInvoices implements Invoices {

    private static final String BILL_HASH = "billHash";

    private final MongoCollection<InvoiceDocument> invoices;

    public MongoInvoices(MongoDatabase database) {
        this.invoices = database.getCollection("invoices", InvoiceDocument.class);
    }

    @Override
    public Mono<Holder> take(Invoice invoice, Holder wanted) {
        return Mono.from(invoices.insertOne(InvoiceDocument.of(invoice, wanted)))
                .thenReturn(wanted)
                .onErrorResume(
                        DuplicateKey::isIn,
                        _ -> present(invoice).switchIfEmpty(Mono.defer(() -> take(invoice, wanted))));
    }

    private Mono<Holder> present(Invoice invoice) {
        return Mono.from(invoices.find(Filters.eq("_id", invoice.id()))).map(InvoiceDocument::toHolder);
    }

    @Override
    public Mono<Boolean> pass(Invoice invoice, Holder from, Holder to) {
        return Mono.from(invoices.replaceOne(
                        heldBy(invoice, from).append(BILL_HASH, from.billHash()), InvoiceDocument.of(invoice, to)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Void> free(Invoice invoice, Holder holder) {
        Document alsoOfBefore = new Document("$in", Arrays.asList(holder.billHash(), null));
        return Mono.from(invoices.deleteOne(heldBy(invoice, holder).append(BILL_HASH, alsoOfBefore)))
                .then();
    }

    private static Document heldBy(Invoice invoice, Holder holder) {
        return new Document("_id", invoice.id())
                .append("personId", holder.person().value())
                .append("key", holder.key().value());
    }
}
