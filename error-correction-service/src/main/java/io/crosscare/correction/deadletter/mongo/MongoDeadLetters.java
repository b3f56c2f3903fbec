package io.crosscare.correction.deadletter.mongo;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.crypto.FieldCipher;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.correction.deadletter.DeadLetters;
import io.crosscare.correction.deadletter.Payload;
import io.crosscare.correction.deadletter.model.DeadLetter;
import io.crosscare.correction.deadletter.model.LetterId;
import io.crosscare.correction.deadletter.mongo.MongoDeadLetters.PayloadDocument.HeaderDocument;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DeadLetters} in two collections: what is shown, and what was sent, encrypted. */
public final class MongoDeadLetters implements DeadLetters {

    private static final String COLLECTION = "dead_letters";
    private static final String PAYLOADS = "dead_letter_payloads";
    private static final String ID = "_id";
    private static final String STATE = "state";
    private static final String TOPIC = "topic";
    private static final String CONSUMER = "consumer";
    private static final String PLACE = "place";
    private static final String VERSION = "version";
    private static final String REPLAY_OF = "replayOf";
    private static final String SEALED = "dead-letter:";

    private final MongoCollection<DeadLetterDocument> letters;
    private final MongoCollection<PayloadDocument> payloads;
    private final FieldCipher cipher;

    public MongoDeadLetters(MongoDatabase database, FieldCipher cipher) {
        this.letters = database.getCollection(COLLECTION, DeadLetterDocument.class);
        this.payloads = database.getCollection(PAYLOADS, PayloadDocument.class);
        this.cipher = cipher;
    }

    /**
     * What was sent; public for the driver's record codec.
     *
     * @param key encrypted; null for a message without one
     * @param body encrypted, as Base64; null for a message without one
     */
    public record PayloadDocument(
            @BsonId String id,
            @Nullable Binary key,
            @Nullable Binary body,
            List<HeaderDocument> headers) {

        /** A name may be anything, so it is no field's. */
        public record HeaderDocument(String name, String value) {}
    }

    public static List<Index> indexes() {
        return List.of(
                Index.on(COLLECTION, STATE, PLACE), Index.on(COLLECTION, PLACE), Index.on(COLLECTION, REPLAY_OF));
    }

    /** What was sent comes first: a letter that is shown can be sent again. */
    @Override
    public Mono<Void> keep(DeadLetter letter, Payload payload) {
        return Mono.defer(() -> Mono.from(payloads.insertOne(sealed(letter.id(), payload))))
                .then()
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty())
                .then(Mono.defer(() -> Mono.from(letters.insertOne(DeadLetterDocument.of(letter)))))
                .then()
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty());
    }

    @Override
    public Mono<DeadLetter> find(LetterId id) {
        return Mono.from(letters.find(Filters.eq(ID, id.value())).first()).map(DeadLetterDocument::toLetter);
    }

    @Override
    public Mono<Payload> payload(LetterId id) {
        return Mono.from(payloads.find(Filters.eq(ID, id.value())).first()).map(this::opened);
    }

    @Override
    public Mono<Boolean> replace(DeadLetter changed) {
        Document asRead = new Document(ID, changed.id().value()).append(VERSION, changed.version());
        return Mono.from(letters.replaceOne(asRead, DeadLetterDocument.of(changed)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Flux<DeadLetter> list(Query query) {
        Document filter = new Document();
        appendIfGiven(filter, STATE, query.state());
        appendIfGiven(filter, TOPIC, query.topic());
        appendIfGiven(filter, CONSUMER, query.consumer());
        Place after = query.after();
        if (after != null) {
            filter.append(PLACE, new Document("$lt", DeadLetterDocument.place(after.parkedAt(), after.id())));
        }
        return Flux.from(letters.find(filter).sort(Sorts.descending(PLACE)).limit(query.limit()))
                .map(DeadLetterDocument::toLetter);
    }

    @Override
    public Flux<DeadLetter> replaysOf(Collection<LetterId> originals) {
        List<String> ids = originals.stream().map(LetterId::value).toList();
        return Flux.from(letters.find(Filters.in(REPLAY_OF, ids)).sort(Sorts.descending(PLACE)))
                .map(DeadLetterDocument::toLetter);
    }

    @Override
    public Flux<Waiting> waiting() {
        return Flux.from(letters.withDocumentClass(Document.class)
                        .aggregate(List.of(
                                Aggregates.match(Filters.eq(STATE, DeadLetter.State.WAITING.name())),
                                Aggregates.group("$" + TOPIC, Accumulators.sum("letters", 1L)))))
                .map(group -> new Waiting(
                        group.getString(ID), group.get("letters", Number.class).longValue()));
    }

    private static void appendIfGiven(Document filter, String field, @Nullable Object value) {
        if (value != null) {
            filter.append(field, value.toString());
        }
    }

    private PayloadDocument sealed(LetterId id, Payload payload) {
        String key = payload.key();
        String body = payload.body();
        return new PayloadDocument(
                id.value(),
                key == null ? null : new Binary(cipher.encrypt(SEALED + id, key)),
                body == null ? null : new Binary(cipher.encrypt(SEALED + id, body)),
                payload.headers().entrySet().stream()
                        .map(header -> new HeaderDocument(header.getKey(), header.getValue()))
                        .toList());
    }

    private Payload opened(PayloadDocument document) {
        String purpose = SEALED + document.id();
        Binary key = document.key();
        Binary body = document.body();
        return new Payload(
                key == null ? null : cipher.decrypt(purpose, key.getData()),
                body == null ? null : cipher.decrypt(purpose, body.getData()),
                document.headers().stream()
                        .collect(Collectors.toUnmodifiableMap(HeaderDocument::name, HeaderDocument::value)));
    }
}
