package io.crosscare.correction.chain.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.correction.chain.Heads;
import io.crosscare.correction.chain.model.PersonHead;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Heads}, one document for each person. */
public final class MongoHeads implements Heads {

    private static final String SEQ = "seq";

    private final MongoCollection<HeadDocument> heads;

    public MongoHeads(MongoDatabase database) {
        this.heads = database.getCollection("settlement_heads", HeadDocument.class);
    }

    /** Public for the driver's record codec. */
    public record HeadDocument(@BsonId String id, long seq, String hash) {

        private PersonHead toHead() {
            return new PersonHead(new PersonId(id), seq, hash);
        }
    }

    @Override
    public Mono<PersonHead> of(PersonId person) {
        return Mono.from(heads.find(Filters.eq("_id", person.value())).first())
                .map(HeadDocument::toHead)
                .defaultIfEmpty(PersonHead.none(person));
    }

    @Override
    public Flux<PersonHead> of(List<PersonId> persons) {
        List<String> ids = persons.stream().map(PersonId::value).toList();
        return Flux.from(heads.find(Filters.in("_id", ids))).map(HeadDocument::toHead);
    }

    @Override
    public Mono<Void> advance(PersonHead next) {
        return next.seq() == 1 ? begin(next) : moveOn(next);
    }

    private Mono<Void> begin(PersonHead first) {
        return Mono.from(heads.insertOne(new HeadDocument(first.person().value(), first.seq(), first.hash())))
                .then()
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty());
    }

    private Mono<Void> moveOn(PersonHead next) {
        Document before = new Document("_id", next.person().value()).append(SEQ, next.seq() - 1);
        return Mono.from(heads.updateOne(
                        before, Updates.combine(Updates.set(SEQ, next.seq()), Updates.set("hash", next.hash()))))
                .then();
    }
}
