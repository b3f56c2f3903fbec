package io.crosscare.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;

/** All databases of the store, opened from the journal's image. Runs commands; does not know how they arrive. */
final class DurableBackend extends AbstractMongoBackend {

    private final JournalImage image;
    private final CommandEffects effects;
    private final ScanCounts scans = new ScanCounts();

    DurableBackend(JournalImage image, CommandEffects effects) {
        this.image = image;
        this.effects = effects;
        version(ServerVersion.MONGO_5_0);
        image.databaseNames().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DurableDatabase(name, getCursorRegistry(), image, effects, scans);
    }

    /** What drivers ask for as {@code serverStatus}, with a section {@code scans} of our own. */
    @Override
    public Document getServerStatus() {
        return super.getServerStatus().append("scans", scans.toDocument());
    }

    /** How many queries with a condition were answered by looking at every document of a collection. */
    long fullScans() {
        return scans.total();
    }
}
