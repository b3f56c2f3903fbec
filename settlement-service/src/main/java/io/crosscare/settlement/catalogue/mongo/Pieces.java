package io.crosscare.settlement.catalogue.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.settlement.document.PackedText;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Texts in pieces, one collection of them. A piece is written once: whoever writes it again has the same to say. */
final class Pieces {

    private final MongoCollection<PieceDocument> collection;

    Pieces(MongoDatabase database, String collection) {
        this.collection = database.getCollection(collection, PieceDocument.class);
    }

    Mono<Void> store(String owner, List<byte[]> pieces) {
        return Flux.range(0, pieces.size())
                .concatMap(
                        number -> Mono.from(collection.insertOne(PieceDocument.of(owner, number, pieces.get(number))))
                                .then()
                                .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty()))
                .then();
    }

    /** The bytes of the text, piece by piece; the next is read when the one before is used up. */
    Flux<byte[]> read(String owner, int count) {
        return Flux.range(0, count)
                .concatMap(
                        number -> Mono.from(collection
                                        .find(Filters.eq("_id", PieceDocument.idOf(owner, number)))
                                        .first())
                                .switchIfEmpty(Mono.error(() ->
                                        new IllegalStateException("piece " + number + " of " + owner + " is missing"))),
                        1)
                .map(piece -> PackedText.unpack(piece.text().getData()));
    }
}
