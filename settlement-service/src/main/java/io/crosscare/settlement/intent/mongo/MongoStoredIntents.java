package io.crosscare.settlement.intent.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.RawFields;
import io.crosscare.settlement.intent.StoredIntents;
import io.crosscare.settlement.intent.model.StoredIntent;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link StoredIntents} read as raw documents, portion by portion. */
public final class MongoStoredIntents implements StoredIntents {

    private static final int PORTION = 64;

    private final MongoCollection<BsonDocument> intents;
    private final Codec<IntentDocument> codec;

    public MongoStoredIntents(MongoDatabase database) {
        this.intents = database.getCollection(MongoIntents.INTENTS, BsonDocument.class);
        this.codec = database.getCodecRegistry().get(IntentDocument.class);
    }

    @Override
    public Flux<StoredIntent> all() {
        return Flux.from(intents.find().batchSize(PORTION)).map(this::read);
    }

    @Override
    public Mono<StoredIntent> find(String id) {
        return Mono.from(intents.find(Filters.eq("_id", id))).map(this::read);
    }

    private StoredIntent read(BsonDocument document) {
        RawFields fields = new RawFields(document);
        String state = fields.text("state");
        return new StoredIntent(
                fields.id(),
                state.equals(IntentDocument.RECORDED),
                state.equals(IntentDocument.ANSWERED),
                fields.text("key"),
                fields.optionalText("entry"),
                requestHash(document));
    }

    /** Null whatever a damaged document does to the codec or to the intent's own checks. */
    private @Nullable String requestHash(BsonDocument document) {
        try {
            return codec.decode(
                            new BsonDocumentReader(document),
                            DecoderContext.builder().build())
                    .toIntent()
                    .requestHash()
                    .value();
        } catch (RuntimeException _) {
            return null;
        }
    }
}
