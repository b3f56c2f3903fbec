package io.crosscare.settlement.chain.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Settlement;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonBinaryWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;

/** An entry as it is stored: the same entry again, and small. */
class EntryDocumentTest {

    private static final int BYTES_MAX = 4_096;

    @Test
    void rebuildsEachKind() {
        Head head = Entries.headWithAccount();
        for (Entry entry : List.of(
                Entries.opening(Head.empty(Entries.PERSON), "one"),
                Entries.credit(head, "two"),
                Entries.settlement(head, "three", Entries.visit('a')),
                Entries.decidedOn(LocalDate.of(2019, 9, 10), Entries.settlement(head, "ten", Entries.visit('a'))),
                Entries.undo(Entries.settlement(head, "four", Entries.visit('a')), EntryKind.CANCELLATION, "five"),
                Entries.undo(Entries.settlement(head, "six", Entries.visit('a')), EntryKind.REVERSAL, "seven"),
                Entries.voided(head, "eight", "nine"))) {
            assertThat(EntryDocument.of(entry).toEntry()).isEqualTo(entry);
        }
    }

    @Test
    void storesAnUndoAsMinusItsOriginal() {
        Settlement settlement = Entries.settlement(Entries.headWithAccount(), "one", Entries.visit('a'));

        EntryDocument undo = EntryDocument.of(Entries.undo(settlement, EntryKind.CANCELLATION, "undo"));

        AmountsDocument amounts = Objects.requireNonNull(undo.amounts());
        assertThat(amounts.totalCost()).isEqualTo(-101_355);
        assertThat(amounts.cashPay()).isEqualTo(-30_467);
        assertThat(undo.original()).isEqualTo(settlement.id().value());
    }

    @Test
    void staysSmallAfterSixYears() {
        Head aged = new Head(Entries.PERSON, 5_000, ContentHash.of(new byte[1]), Entries.NOW, sixYears());

        Entry settlement = Entries.settlement(aged, "k".repeat(128), Entries.visit('a'));

        assertThat(bytesOf(settlement)).isLessThan(BYTES_MAX);
        assertThat(settlement.link().before().values()).hasSizeGreaterThan(30);
    }

    /** What an employee with stays and outpatient care in each year has counted. */
    private static Counters sixYears() {
        Map<String, Long> counters = new HashMap<>();
        for (int year = 2019; year < 2025; year++) {
            for (String name :
                    List.of("deductible.outpatient", "pooled", "pooled.outpatient", "large", "burden", "admissions")) {
                counters.put(year + "/" + name, 12_345_678L);
            }
        }
        counters.put("account", 99_999_999L);
        return Counters.of(counters);
    }

    private static int bytesOf(Entry entry) {
        Codec<EntryDocument> codec =
                MongoClientSettings.getDefaultCodecRegistry().get(EntryDocument.class);
        try (BasicOutputBuffer buffer = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.encode(
                    writer, EntryDocument.of(entry), EncoderContext.builder().build());
            return buffer.getByteBuffers().stream()
                    .mapToInt(bytes -> {
                        ByteBuffer one = bytes.asNIO();
                        return one.remaining();
                    })
                    .sum();
        }
    }

    @Test
    void spreadsPersonsOverBuckets() {
        AccountCredit credit = Entries.credit(Head.empty(Entries.PERSON), "one");

        assertThat(EntryDocument.of(credit).b()).isBetween(0, EntryDocument.BUCKETS - 1);
    }
}
