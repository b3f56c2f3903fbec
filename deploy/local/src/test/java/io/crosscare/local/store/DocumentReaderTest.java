package io.crosscare.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reads what the library's decoder reads. */
class DocumentReaderTest {

    private final DocumentReader reader = new DocumentReader();

    @Test
    void readsEveryKindOfValue() {
        Document everything = new Document("_id", new ObjectId())
                .append("text", "备案")
                .append("long text", "x".repeat(100))
                .append("empty", "")
                .append("nested", new Document("a", 1).append("b", new Document()))
                .append("list", Arrays.asList(1, null, "x", List.of(2L), new Document("c", true)))
                .append("none", null)
                .append("int", Integer.MIN_VALUE)
                .append("long", Long.MIN_VALUE + 1)
                .append("double", -0.5)
                .append("yes", true)
                .append("no", false)
                .append("at", Instant.ofEpochMilli(-1))
                .append("uuid", UUID.randomUUID())
                .append("bytes", new BinData(new byte[] {0, -1}))
                .append("decimal", new Decimal128(new BigDecimal("12.340")))
                .append("pattern", new BsonRegularExpression("a.b", "i"))
                .append("stamp", new BsonTimestamp(7))
                .append("min", MinKey.getInstance())
                .append("max", MaxKey.getInstance())
                .append("", "no name");

        Document read = reader.read(encoded(everything));

        assertThat(read).hasToString(BsonDecoder.decodeBson(encoded(everything)).toString());
        assertThat(read.keySet()).containsExactlyElementsOf(everything.keySet());
        assertThat(encoded(read)).isEqualTo(encoded(everything));
    }

    @Test
    void sharesNamesAndShortTexts() {
        Document one = reader.read(encoded(new Document("state", "SETTLED")));
        Document other = reader.read(encoded(new Document("state", "SETTLED")));

        assertThat(other.get("state")).isSameAs(one.get("state"));
        assertThat(other.keySet().iterator().next())
                .isSameAs(one.keySet().iterator().next());
    }

    @Test
    void refusesADocumentThatDoesNotEndWhereItSays() {
        ByteBuf document = encoded(new Document("nested", new Document("a", 1)));
        document.setIntLE(0, document.getIntLE(0) - 1);

        assertThatThrownBy(() -> reader.read(document)).isInstanceOf(RuntimeException.class);
    }

    private static ByteBuf encoded(Document document) {
        ByteBuf buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, buffer);
        return buffer;
    }
}
