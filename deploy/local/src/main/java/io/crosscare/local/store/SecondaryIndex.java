package io.crosscare.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index that is not unique. Serves equality on its leading fields, as many as a query gives. */
final class SecondaryIndex extends Index<Long> implements CandidateSource {

    private final LeadingFields leading;

    SecondaryIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.leading = new LeadingFields(keys, keys.size());
    }

    @Override
    public @Nullable Collection<Long> candidates(Conditions conditions) {
        return leading.candidates(conditions);
    }

    @Override
    public void add(Document document, Long position, MongoCollection<Long> collection) {
        leading.add(document, position);
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Long position, MongoCollection<Long> collection) {
        leading.replace(oldDocument, newDocument, position);
    }

    /** Forgets the document. The collection calls it, for only the collection knows the position. */
    void remove(Document document, Long position) {
        leading.remove(document, position);
    }

    /** Does nothing, see {@link #remove(Document, Long)}: a value does not tell which of its documents is meant. */
    @Override
    public @Nullable Long remove(Document document) {
        return null;
    }

    /** Always, as far as the collection asks: it may then find no position here. */
    @Override
    protected boolean isSparse() {
        return true;
    }

    @Override
    public @Nullable Long getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Long> collection) {}

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Long> collection) {}

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Long> getPositions(Document query) {
        throw new UnsupportedOperationException("the collection asks for candidates");
    }

    @Override
    public long getCount() {
        return leading.count();
    }

    @Override
    public long getDataSize() {
        return leading.count();
    }

    @Override
    public void drop() {}
}
