package io.crosscare.settlement.chain.mongo;

import com.mongodb.MongoClientSettings;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.StoredHint;
import io.crosscare.settlement.chain.model.StoredText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries as they are stored, in one bucket, for whoever reads chains without a store. */
public final class WrittenEntries implements StoredEntries {

    private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();
    private static final Codec<EntryDocument> CODEC = CODECS.get(EntryDocument.class);

    private final List<BsonDocument> documents;

    public WrittenEntries(List<? extends Entry> entries) {
        this.documents = entries.stream().map(WrittenEntries::document).toList();
    }

    private static BsonDocument document(Entry entry) {
        BsonDocument document = new BsonDocument();
        CODEC.encode(
                new BsonDocumentWriter(document),
                EntryDocument.of(entry),
                EncoderContext.builder().build());
        return document;
    }

    /** What somebody does to the store. */
    public BsonDocument document(int index) {
        return documents.get(index);
    }

    @Override
    public int buckets() {
        return 1;
    }

    @Override
    public Flux<ChainExtent> chainsIn(int bucket) {
        TreeMap<String, List<Long>> places = documents.stream()
                .collect(Collectors.groupingBy(
                        document -> document.getString("p").getValue(),
                        TreeMap::new,
                        Collectors.mapping(document -> document.getInt64("s").getValue(), Collectors.toList())));
        return Flux.fromIterable(places.entrySet())
                .map(chain -> new ChainExtent(
                        chain.getKey(), chain.getValue().stream().sorted().toList(), List.of()));
    }

    @Override
    public Flux<String> outsideBuckets() {
        return Flux.empty();
    }

    @Override
    public Flux<StoredEntry> byIds(Collection<String> ids) {
        return found(ids).map(new ReadEntries(CODECS)::read);
    }

    @Override
    public Flux<StoredText> texts(Collection<String> ids) {
        return found(ids).map(ReadEntries::text);
    }

    private Flux<BsonDocument> found(Collection<String> ids) {
        return Flux.fromStream(documents.stream()
                .filter(document -> ids.contains(document.getString("_id").getValue()))
                .sorted(Comparator.comparing(
                        document -> document.getString("_id").getValue())));
    }

    @Override
    public Mono<StoredEntry> byKey(String person, String key) {
        return Mono.error(UnsupportedOperationException::new);
    }

    @Override
    public Mono<Long> lastSeq(String person) {
        return Mono.just(documents.stream()
                .filter(document -> document.getString("p").getValue().equals(person))
                .mapToLong(document -> document.getInt64("s").getValue())
                .max()
                .orElse(0));
    }

    @Override
    public Flux<StoredHint> hints() {
        return Flux.empty();
    }
}
