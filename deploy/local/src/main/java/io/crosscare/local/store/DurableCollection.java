package io.crosscare.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection in memory, in order of insertion, that notes every change of a document as an effect. Positions are never used
 * twice while the store runs. Not synchronised: commands hold the lock of {@link CommandEffects}.
 */
final class DurableCollection extends AbstractMongoCollection<Long> {

    /** The condition with which the aggregation begins that this thread is about to run. */
    private static final ThreadLocal<@Nullable Document> LEADING_MATCH = new ThreadLocal<>();

    private static final String ID_FIELD = "_id";

    /** With so many documents or fewer to look at, sorting them costs less than a walk that may not find them soon. */
    private static final int CANDIDATES_BEFORE_WALK = 1_000;

    /** A walk that has looked at so many documents is a scan like any other, and counted as one. */
    private static final int DOCUMENTS_IN_WALK_MAX = 10_000;

    private final NavigableMap<Long, Document> documents;
    private final CommandEffects effects;
    private final ScanCounts scans;
    private final IdOrder idOrder;
    private long nextPosition;

    DurableCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            NavigableMap<Long, Document> documents,
            CommandEffects effects,
            ScanCounts scans) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.effects = effects;
        this.scans = scans;
        this.idOrder = new IdOrder(documents);
        this.nextPosition = documents.isEmpty() ? 0 : documents.lastKey() + 1;
    }

    @Override
    protected Long addDocumentInternal(Document document) {
        long position = nextPosition;
        effects.add(new Effect.Put(getFullName(), position, document));
        documents.put(position, CompactDocuments.SHARED.copy(document));
        idOrder.add(document, position);
        nextPosition++;
        return position;
    }

    @Override
    protected void handleUpdate(Long position, Document oldDocument, Document newDocument) {
        try {
            effects.add(new Effect.Put(getFullName(), position, newDocument));
        } catch (RuntimeException e) {
            undoUpdate(position, oldDocument, newDocument);
            throw e;
        }
        CompactDocuments.SHARED.compactInPlace(newDocument);
    }

    /** By the time the engine reports an update, document and indexes have changed. */
    private void undoUpdate(Long position, Document oldDocument, Document stored) {
        Document refused = stored.clone();
        stored.clear();
        stored.putAll(oldDocument);
        getIndexes().forEach(index -> index.updateInPlace(refused, oldDocument, position, this));
    }

    @Override
    protected void removeDocument(Long position) {
        effects.add(new Effect.Delete(getFullName(), position));
        Document document = documents.remove(position);
        if (document == null) {
            return;
        }
        idOrder.remove(document);
        for (Index<Long> index : getIndexes()) {
            if (index instanceof SecondaryIndex secondary) {
                secondary.remove(document, position);
            }
        }
    }

    @Override
    public void drop() {
        super.drop();
        effects.add(new Effect.Drop(getFullName()));
        documents.clear();
        idOrder.clear();
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newName) {
        effects.add(new Effect.Rename(getFullName(), newDatabase.getDatabaseName() + "." + newName));
        super.renameTo(newDatabase, newName);
    }

    /**
     * Asks the index that leaves the fewest documents to look at, whatever order they were declared in. A page in the order of
     * ids is walked from its first id on, unless an index leaves fewer documents than are worth a walk.
     */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Collection<Long> fewest = fewestCandidates(Conditions.of(query));
        if (fewest == null || fewest.size() > CANDIDATES_BEFORE_WALK) {
            IdRange range = IdRange.of(query);
            Stream<Document> walk = numberToSkip == 0 && limit > 0 ? walkById(query, range, orderBy) : null;
            if (walk != null) {
                return matchDocumentsFromStream(walk, query, (Document) null, 0, limit, batchSize, fieldSelector);
            }
            fewest = fewest == null ? candidatesIn(range) : fewest;
        }
        return fewest == null
                ? matchDocuments(query, orderBy, numberToSkip, limit, batchSize, fieldSelector)
                : matchDocuments(query, fewest, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    private @Nullable Collection<Long> fewestCandidates(Conditions conditions) {
        Collection<Long> fewest = null;
        for (Index<Long> index : getIndexes()) {
            Collection<Long> candidates = ((CandidateSource) index).candidates(conditions);
            if (candidates != null && (fewest == null || candidates.size() < fewest.size())) {
                fewest = candidates;
            }
        }
        return fewest;
    }

    /** The documents of the range in the order asked for, or null when that is not the order of ids. */
    private @Nullable Stream<Document> walkById(Document query, IdRange range, @Nullable Document orderBy) {
        if (orderBy == null || orderBy.size() != 1 || !(orderBy.get(ID_FIELD) instanceof Number direction)) {
            return null;
        }
        NavigableMap<String, Long> byId = idOrder.positions();
        if (byId == null) {
            return null;
        }
        NavigableMap<String, Long> inRange = range.of(byId);
        NavigableMap<String, Long> inOrder = direction.intValue() < 0 ? inRange.descendingMap() : inRange;
        AtomicInteger visited = new AtomicInteger();
        return inOrder.values().stream().map(position -> {
            if (visited.incrementAndGet() == DOCUMENTS_IN_WALK_MAX) {
                scans.count(getFullName(), query);
            }
            return documents.get(position);
        });
    }

    private @Nullable Collection<Long> candidatesIn(IdRange range) {
        NavigableMap<String, Long> byId = range.isOpen() ? null : idOrder.positions();
        return byId == null ? null : new TreeSet<>(range.of(byId).values());
    }

    /** When this thread next reads all of a collection, as an aggregation does, it gets only what matches. */
    static void aggregateFrom(Document match) {
        LEADING_MATCH.set(match);
    }

    static void aggregateFromAll() {
        LEADING_MATCH.remove();
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        Document match = LEADING_MATCH.get();
        if (match == null) {
            return super.queryAllAsStream();
        }
        aggregateFromAll();
        return handleQueryAsStream(match);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        if (!query.isEmpty() && !getCollectionName().startsWith("system.")) {
            scans.count(getFullName(), query);
        }
        NavigableMap<Long, Document> inOrder = isNaturalDescending(orderBy) ? documents.descendingMap() : documents;
        return matchDocumentsFromStream(
                inOrder.values().stream(), query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream().map(entry -> new DocumentWithPosition<>(entry.getValue(), entry.getKey()));
    }

    @Override
    protected @Nullable Document getDocument(Long position) {
        return documents.get(position);
    }

    @Override
    public int count() {
        return documents.size();
    }

    /** Sizes are counted when somebody asks, not with every write. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException("sizes are not tracked");
    }

    @Override
    protected int getDataSize() {
        return documents.values().stream().mapToInt(DurableCollection::sizeOf).sum();
    }

    private static int sizeOf(Document document) {
        ByteBuf encoded = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, encoded);
        return encoded.readableBytes();
    }
}
