package io.crosscare.settlement.chain.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.RawFields;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.StoredHint;
import io.crosscare.settlement.chain.model.StoredText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * {@link StoredEntries} read as raw documents. A bucket is found by equality on the leading field of the registers' indexes, an
 * entry by its exact id.
 */
public final class MongoStoredEntries implements StoredEntries {

    private static final Bson PLACE_ONLY = Projections.include("p", "s", "kind");

    /** Asked for from the store at once, so that a reader holds no more. */
    private static final int PORTION = 256;

    private final MongoCollection<BsonDocument> entries;
    private final MongoCollection<BsonDocument> heads;
    private final ReadEntries reading;
    private final Scheduler worker;

    /**
     * Reads.
     *
     * @param worker on which documents are read into entries, away from the driver's threads
     */
    public MongoStoredEntries(MongoDatabase database, Scheduler worker) {
        this.entries = database.getCollection("entries", BsonDocument.class);
        this.heads = database.getCollection("heads", BsonDocument.class);
        this.reading = new ReadEntries(database.getCodecRegistry());
        this.worker = worker;
    }

    @Override
    public int buckets() {
        return EntryDocument.BUCKETS;
    }

    /** In order of the register's index, so that a person's places come together and no store has to sort entries. */
    @Override
    public Flux<ChainExtent> chainsIn(int bucket) {
        return Flux.from(entries.find(Filters.eq("b", bucket))
                        .projection(PLACE_ONLY)
                        .sort(Sorts.ascending("p"))
                        .batchSize(PORTION))
                .map(RawFields::new)
                .filter(place -> !VetoDocument.isVeto(place))
                .bufferUntilChanged(place -> place.text("p"))
                .map(MongoStoredEntries::extent);
    }

    private static ChainExtent extent(List<RawFields> places) {
        String person = places.getFirst().text("p");
        TreeSet<Long> seqs = new TreeSet<>();
        List<String> misplaced = new ArrayList<>();
        for (RawFields place : places) {
            long seq = placeIn(person, place.id());
            if (seq == 0) {
                misplaced.add(place.id());
            } else {
                seqs.add(seq);
            }
        }
        return new ChainExtent(person, List.copyOf(seqs), misplaced);
    }

    /** 0 when the id is no place of the person's chain. */
    private static long placeIn(String person, String id) {
        try {
            EntryId place = EntryId.parse(id);
            return place.person().value().equals(person) ? place.seq() : 0;
        } catch (IllegalArgumentException _) {
            return 0;
        }
    }

    /** Looks at every entry, once an audit: no index finds what is missing from it. */
    @Override
    public Flux<String> outsideBuckets() {
        Bson inside = Filters.and(Filters.gte("b", 0), Filters.lt("b", EntryDocument.BUCKETS));
        return Flux.from(
                        entries.find(Filters.nor(inside)).projection(PLACE_ONLY).batchSize(PORTION))
                .map(document -> new RawFields(document).id());
    }

    @Override
    public Flux<StoredEntry> byIds(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        return Flux.from(entries.find(Filters.in("_id", ids)))
                .publishOn(worker)
                .map(reading::read)
                .collectSortedList(Comparator.comparing(StoredEntry::id))
                .flatMapIterable(found -> found);
    }

    @Override
    public Flux<StoredText> texts(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        return Flux.from(entries.find(Filters.in("_id", ids)))
                .publishOn(worker)
                .map(ReadEntries::text)
                .collectSortedList(Comparator.comparing(StoredText::id))
                .flatMapIterable(found -> found);
    }

    @Override
    public Mono<StoredEntry> byKey(String person, String key) {
        Document register =
                new Document("b", bucketOf(person)).append("p", person).append("key", key);
        return Mono.from(entries.find(register).limit(1)).publishOn(worker).map(reading::read);
    }

    @Override
    public Mono<Long> lastSeq(String person) {
        Document chain = new Document("b", bucketOf(person)).append("p", person);
        return Flux.from(entries.find(chain).projection(PLACE_ONLY).batchSize(PORTION))
                .map(document -> placeIn(person, new RawFields(document).id()))
                .reduce(0L, Math::max);
    }

    @Override
    public Flux<StoredHint> hints() {
        return Flux.from(heads.find().batchSize(PORTION))
                .map(RawFields::new)
                .map(fields -> new StoredHint(
                        fields.id(), fields.number("s"), fields.text("hash"), fields.numbers("counters")));
    }

    private static int bucketOf(String person) {
        return Math.floorMod(person.hashCode(), EntryDocument.BUCKETS);
    }
}
