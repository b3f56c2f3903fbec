package io.crosscare.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * A database whose collections are durable. It opens with the collections and indexes that its own system collections, taken
 * from the journal, describe.
 */
final class DurableDatabase extends AbstractMongoDatabase<Long> {

    private final JournalImage image;
    private final CommandEffects effects;
    private final LongAdder fullScans;

    DurableDatabase(
            String name, CursorRegistry cursors, JournalImage image, CommandEffects effects, LongAdder fullScans) {
        super(name, cursors);
        this.image = image;
        this.effects = effects;
        this.fullScans = fullScans;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
        return new DurableCollection(
                this, name, options, cursorRegistry, image.take(getFullCollectionNamespace(name)), effects, fullScans);
    }

    /** Refuses what the engine below would silently ignore; real MongoDB honours it, so nobody may rely on either. */
    @Override
    protected void addIndex(Document indexDescription) {
        Stream.of("expireAfterSeconds", "partialFilterExpression", "collation")
                .filter(indexDescription::containsKey)
                .findFirst()
                .ifPresent(option -> refuseIndex("option " + option));
        if (indexDescription.get("key") instanceof Document key
                && !key.values().stream().allMatch(Number.class::isInstance)) {
            refuseIndex("kind " + key.values());
        }
        super.addIndex(indexDescription);
    }

    private static void refuseIndex(String what) {
        throw new MongoServerError(ErrorCode.InvalidOptions, "index " + what + " is not supported by this store");
    }

    @Override
    protected Index<Long> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(indexName, keys, sparse);
    }

    @Override
    protected Index<Long> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(indexName, keys, sparse);
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }

    @Override
    protected long getFileSize() {
        return 0;
    }
}
