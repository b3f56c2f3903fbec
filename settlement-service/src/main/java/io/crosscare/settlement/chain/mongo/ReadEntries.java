package io.crosscare.settlement.chain.mongo;

import io.crosscare.chassis.mongo.RawFields;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.StoredEntry.Reading;
import io.crosscare.settlement.chain.model.StoredText;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/** Reads documents as entries, whatever has become of them, and writes them out as text that reads as the same. */
public final class ReadEntries {

    private static final JsonWriterSettings ONE_LINE =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Codec<EntryDocument> codec;

    /**
     * Reads.
     *
     * @param codecs of the driver, for records
     */
    public ReadEntries(CodecRegistry codecs) {
        this.codec = codecs.get(EntryDocument.class);
    }

    StoredEntry read(BsonDocument document) {
        return read(document, UnaryOperator.identity());
    }

    /** As it was before it was written out. Text does not say how wide a whole number is, and nothing hangs on it. */
    public StoredEntry readText(BsonDocument exported) {
        return read(exported, ReadEntries::widened);
    }

    /** The document word for word. */
    static StoredText text(BsonDocument document) {
        RawFields fields = new RawFields(document);
        return new StoredText(
                fields.id(),
                fields.text("insuredRegion"),
                placeOf(fields),
                hashOf(fields),
                fields.instant("recordedAt"),
                document.toJson(ONE_LINE));
    }

    private static String hashOf(RawFields fields) {
        String hash = fields.text("hash");
        return HASH.matcher(hash).matches() ? hash : "";
    }

    /** Null when the id is no place of the chain that the document claims. */
    static @Nullable EntryId placeOf(RawFields fields) {
        try {
            EntryId place = EntryId.parse(fields.id());
            return place.person().value().equals(fields.text("p")) ? place : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private StoredEntry read(BsonDocument document, UnaryOperator<BsonDocument> compared) {
        RawFields fields = new RawFields(document);
        return new StoredEntry(
                fields.id(),
                fields.text("p"),
                fields.number("s"),
                fields.text("prevHash"),
                fields.text("hash"),
                fields.instant("recordedAt"),
                new TreeMap<>(fields.numbers("before")),
                new TreeMap<>(fields.numbers("delta")),
                new TreeMap<>(fields.numbers("after")),
                fields.parts("postings").stream()
                        .map(posting -> posting.number("fen"))
                        .toList(),
                fields.numbers("amounts"),
                reading(document, compared));
    }

    /** Whatever a damaged document does to the codec or to the entry's own checks, it is the finding. */
    private Reading reading(BsonDocument document, UnaryOperator<BsonDocument> compared) {
        try {
            Entry entry = codec.decode(
                            new BsonDocumentReader(document),
                            DecoderContext.builder().build())
                    .rebuild();
            BsonDocument meant = written(EntryDocument.of(entry));
            return new Reading.Whole(entry, strays(compared.apply(document), compared.apply(meant)));
        } catch (RuntimeException e) {
            String message = e instanceof IllegalArgumentException ? e.getMessage() : null;
            return new Reading.Damaged(
                    message == null ? e.getClass().getSimpleName() : Objects.requireNonNull(message));
        }
    }

    private BsonDocument written(EntryDocument meant) {
        BsonDocument written = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(written), meant, EncoderContext.builder().build());
        return written;
    }

    private static Set<String> strays(BsonDocument stored, BsonDocument written) {
        Set<String> names = new HashSet<>(stored.keySet());
        names.addAll(written.keySet());
        names.remove("hash");
        names.removeIf(name -> Objects.equals(stored.get(name), written.get(name)));
        return names;
    }

    private static BsonDocument widened(BsonDocument document) {
        BsonDocument widened = new BsonDocument();
        document.forEach((name, value) -> widened.append(name, widened(value)));
        return widened;
    }

    private static BsonValue widened(BsonValue value) {
        return switch (value.getBsonType()) {
            case INT32 -> new BsonInt64(value.asInt32().getValue());
            case DOCUMENT -> widened(value.asDocument());
            case ARRAY ->
                new BsonArray(value.asArray().stream().map(ReadEntries::widened).toList());
            default -> value;
        };
    }
}
