package io.crosscare.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database whose collections are durable. It opens with the collections and indexes that its own system collections, taken
 * from the journal, describe.
 */
final class DurableDatabase extends AbstractMongoDatabase<Long> {

    private final JournalImage image;
    private final CommandEffects effects;
    private final ScanCounts scans;

    DurableDatabase(String name, CursorRegistry cursors, JournalImage image, CommandEffects effects, ScanCounts scans) {
        super(name, cursors);
        this.image = image;
        this.effects = effects;
        this.scans = scans;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
        return new DurableCollection(
                this, name, options, cursorRegistry, image.take(getFullCollectionNamespace(name)), effects, scans);
    }

    /** Lets an aggregation that begins with a {@code $match} begin with what an index finds; the engine reads everything. */
    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (!command.equalsIgnoreCase("aggregate")
                || !(leadingMatch(query) instanceof Document match)
                || !(query.get(command) instanceof String name)
                || !(resolveCollection(name, false) instanceof DurableCollection)) {
            return super.handleCommand(channel, command, query, databases, oplog);
        }
        DurableCollection.aggregateFrom(match);
        try {
            return super.handleCommand(channel, command, query, databases, oplog);
        } finally {
            DurableCollection.aggregateFromAll();
        }
    }

    private static @Nullable Object leadingMatch(Document aggregate) {
        return aggregate.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.getFirst() instanceof Document first
                        && !aggregate.containsKey("let")
                ? first.get("$match")
                : null;
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
