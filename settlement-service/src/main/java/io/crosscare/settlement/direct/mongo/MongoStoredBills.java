package io.crosscare.settlement.direct.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.settlement.direct.StoredBills;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** {@link StoredBills} read as raw documents. */
public final class MongoStoredBills implements StoredBills {

    private final MongoCollection<BsonDocument> bills;
    private final Codec<BillDocument> codec;
    private final Scheduler worker;

    /**
     * Reads.
     *
     * @param worker on which documents are read into bills, away from the driver's threads
     */
    public MongoStoredBills(MongoDatabase database, Scheduler worker) {
        this.bills = database.getCollection("bills", BsonDocument.class);
        this.codec = database.getCodecRegistry().get(BillDocument.class);
        this.worker = worker;
    }

    @Override
    public Mono<StoredBill> byHash(String hash) {
        return Mono.from(bills.find(Filters.eq("_id", hash))).publishOn(worker).map(this::read);
    }

    /** Whatever a damaged document does to the codec or to the bill's own checks, it is the finding. */
    private StoredBill read(BsonDocument document) {
        try {
            BillDocument bill = codec.decode(
                    new BsonDocumentReader(document), DecoderContext.builder().build());
            return new StoredBill.Sound(bill.toFrozenBill());
        } catch (RuntimeException _) {
            return new StoredBill.Damaged();
        }
    }
}
