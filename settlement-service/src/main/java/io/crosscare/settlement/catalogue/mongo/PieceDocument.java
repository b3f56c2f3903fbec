package io.crosscare.settlement.catalogue.mongo;

import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;

/** A compressed piece of a text; its id ends in its number. Public for the driver's record codec. */
public record PieceDocument(@BsonId String id, Binary text) {

    static PieceDocument of(String owner, int number, byte[] piece) {
        return new PieceDocument(idOf(owner, number), new Binary(piece));
    }

    static String idOf(String owner, int number) {
        return "%s:%04d".formatted(owner, number);
    }
}
