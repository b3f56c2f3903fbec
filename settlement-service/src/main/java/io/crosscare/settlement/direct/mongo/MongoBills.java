package io.crosscare.settlement.direct.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.settlement.direct.Bills;
import io.crosscare.settlement.direct.model.FrozenBill;
import reactor.core.publisher.Mono;

/** {@link Bills} as one document per bill, written once. */
public final class MongoBills implements Bills {

    private final MongoCollection<BillDocument> bills;

    public MongoBills(MongoDatabase database) {
        this.bills = database.getCollection("bills", BillDocument.class);
    }

    /** What is there under the hash is the same bill. */
    @Override
    public Mono<Void> keep(FrozenBill bill) {
        return Mono.from(bills.insertOne(BillDocument.of(bill)))
                .onErrorComplete(DuplicateKey::isIn)
                .then();
    }

    @Override
    public Mono<FrozenBill> byHash(String hash) {
        return Mono.from(bills.find(Filters.eq("_id", hash))).map(BillDocument::toFrozenBill);
    }
}
