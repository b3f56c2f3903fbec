package io.crosscare.simulator.mutant;

import io.crosscare.chassis.mongo.Index;
import io.crosscare.simulator.store.StoreFlaws;
import java.util.function.BiPredicate;
import org.bson.BsonDocument;

/** A store that is false in one thing. */
final class StoreMutations {

    private static final String ENTRIES = "entries";

    private StoreMutations() {}

    static Mutation acknowledgingEarly() {
        return of(new StoreFlaws() {
            @Override
            public boolean acknowledgesEarly() {
                return true;
            }
        });
    }

    static Mutation showingUnsynced() {
        return of(new StoreFlaws() {
            @Override
            public boolean showsUnsynced() {
                return true;
            }
        });
    }

    static Mutation overwriting() {
        return of(new StoreFlaws() {
            @Override
            public boolean overwrites(String collection) {
                return collection.equals(ENTRIES);
            }
        });
    }

    /** Without a unique index of the chain, for some entries or all. */
    static Mutation without(BiPredicate<Index, BsonDocument> missing) {
        return of(new StoreFlaws() {
            @Override
            public boolean keeps(Index register, BsonDocument document) {
                return !register.collection().equals(ENTRIES) || !missing.test(register, document);
            }
        });
    }

    private static Mutation of(StoreFlaws flaws) {
        return new Mutation() {
            @Override
            public StoreFlaws store() {
                return flaws;
            }
        };
    }
}
