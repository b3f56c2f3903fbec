package io.crosscare.simulator.store;

import io.crosscare.chassis.mongo.Index;
import org.bson.BsonDocument;

/** In what a store may be false. Each answer here is that of a sound one. */
public interface StoreFlaws {

    StoreFlaws NONE = new StoreFlaws() {};

    /** Whether it answers a write before that is synced. */
    default boolean acknowledgesEarly() {
        return false;
    }

    /** Whether it shows what is not synced. */
    default boolean showsUnsynced() {
        return false;
    }

    /** Whether an insert under an id that is taken puts the new document in its place. */
    default boolean overwrites(String collection) {
        return false;
    }

    /** Whether a unique index holds for a document. */
    default boolean keeps(Index register, BsonDocument document) {
        return true;
    }
}
