package io.crosscare.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.export.model.ExportLine.End;
import io.crosscare.settlement.export.model.ExportLine.HeadLine;
import io.crosscare.settlement.export.model.Totals;
import io.crosscare.verifier.VerifyExport.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Begins with the file that settlement-service's own tests hold to: an entry of each kind and each version of the form. Whatever
 * is done to one line of it is named, with the entry.
 */
class VerifyExportTest {

    private static final Path GOLDEN = Path.of("../../settlement-service/src/test/resources/export/every-kind.ndjson");
    private static final JsonWriterSettings RELAXED =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();
    private static final String FILE = "文件 the file";

    private final List<String> lines = golden();

    private static List<String> golden() {
        try {
            return Files.readAllLines(GOLDEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void holdsWhatWasWritten() {
        Verdict verdict = verify(lines);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Holds.class, holds -> {
            assertThat(holds.totals().entries()).isEqualTo(13);
            assertThat(holds.totals().chains()).isEqualTo(2);
        });
    }

    @TestFactory
    Stream<DynamicTest> namesAnEntryOfWhichAnyPartWasAltered() {
        return entryLines()
                .boxed()
                .flatMap(at -> paths(entryAt(at), "").stream()
                        .filter(path -> !path.equals("/_id"))
                        .map(path -> dynamicTest(entryAt(at).getString("kind").getValue() + " " + path, () -> {
                            List<String> altered = new ArrayList<>(lines);
                            altered.set(at, withAltered(at, path));

                            assertThat(flaw(altered).record()).isEqualTo(idAt(at));
                            assertThat(flaw(altered).line()).isEqualTo(at + 1);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> namesAnEntryThatWasRemovedAtTheEndToo() {
        return entryLines()
                .mapToObj(at -> dynamicTest(idAt(at), () -> {
                    List<String> rest = new ArrayList<>(lines);
                    rest.remove(at);

                    assertThat(flaw(rest).record()).isEqualTo(idAt(at));
                    assertThat(flaw(rest).en()).isEqualTo("was removed");
                }));
    }

    @TestFactory
    Stream<DynamicTest> namesAnEntryThatWasReordered() {
        return entryLines()
                .filter(at -> isEntry(at + 1))
                .mapToObj(at -> dynamicTest(idAt(at), () -> {
                    List<String> swapped = new ArrayList<>(lines);
                    Collections.swap(swapped, at, at + 1);

                    assertThat(flaw(swapped).record()).isEqualTo(idAt(at));
                    assertThat(flaw(swapped).en()).startsWith("was reordered");
                }));
    }

    @TestFactory
    Stream<DynamicTest> namesAnEntryThatStandsTwice() {
        return entryLines()
                .mapToObj(at -> dynamicTest(idAt(at), () -> {
                    List<String> more = new ArrayList<>(lines);
                    more.add(at, lines.get(at));

                    assertThat(flaw(more).record()).isEqualTo(idAt(at));
                }));
    }

    @TestFactory
    Stream<DynamicTest> seesWhereTheFileWasCutOff() {
        return IntStream.range(0, lines.size())
                .mapToObj(length -> dynamicTest(
                        "after " + length + " lines",
                        () -> assertThat(verify(lines.subList(0, length))).isInstanceOf(Verdict.Fails.class)));
    }

    @TestFactory
    Stream<DynamicTest> seesWhateverIsAlteredInTheLinesThatHoldTheEntriesTogether() {
        return IntStream.range(0, lines.size())
                .filter(at -> !isEntry(at))
                .boxed()
                .flatMap(at -> paths(BsonDocument.parse(lines.get(at)), "").stream()
                        .filter(path -> !path.equals("/takenAt") && !path.equals("/insuredRegion"))
                        .map(path -> dynamicTest((at + 1) + " " + path, () -> {
                            List<String> altered = new ArrayList<>(lines);
                            BsonDocument line = BsonDocument.parse(lines.get(at));
                            alter(line, path);
                            altered.set(at, line.toJson(RELAXED));

                            assertThat(verify(altered)).isInstanceOf(Verdict.Fails.class);
                        })));
    }

    @Test
    void seesThatAWholeChainWasRemovedOrMoved() {
        List<String> without = new ArrayList<>(lines);
        without.remove(14);
        without.remove(14);
        List<String> moved = new ArrayList<>(without);
        moved.addAll(1, lines.subList(14, 16));

        assertThat(flaw(without).record()).isEqualTo(FILE);
        assertThat(flaw(without).en()).startsWith("has 1 chains of 2");
        assertThat(flaw(moved).en()).startsWith("its chains were reordered");
    }

    @Test
    void seesAnEntryThatWasRewrittenWithItsHash() {
        int at = 2;
        List<String> altered = new ArrayList<>(lines);
        BsonDocument forged = entryAt(at);
        forged.put("hash", new BsonString("0".repeat(63) + "1"));
        altered.set(at, wrapped(forged));

        assertThat(flaw(altered).record()).isEqualTo(idAt(at));
    }

    @Test
    void saysWhichFormsItDoesNotKnow() {
        List<String> later = new ArrayList<>(lines);
        later.set(0, lines.getFirst().replace("\"version\":1", "\"version\":2"));

        assertThat(flaw(later).en()).startsWith("is of a form");
    }

    @Test
    void takesThePartOfAPeriodFromWhereItBegins() {
        BsonDocument head = BsonDocument.parse(lines.get(13));
        PersonId person = new PersonId(head.getString("personId").getValue());
        String hash = head.getString("hash").getValue();
        End end = new Totals(0, 10, ContentHash.NONE)
                .with(new HeadLine(person, 3, 12, hash))
                .end();
        List<String> part = new ArrayList<>();
        part.add("{\"type\":\"export\",\"version\":1,\"from\":\"2026-11-24T00:00:00Z\"}");
        part.addAll(lines.subList(3, 13));
        part.add(lines.get(13).replace("\"firstSeq\":1", "\"firstSeq\":3"));
        part.add("{\"type\":\"end\",\"chains\":1,\"entries\":10,\"digest\":\"" + end.digest() + "\"}");
        List<String> shorter = new ArrayList<>(part);
        shorter.remove(1);

        assertThat(verify(part)).isInstanceOf(Verdict.Holds.class);
        assertThat(flaw(shorter).record()).isEqualTo(idAt(3));
    }

    private IntStream entryLines() {
        return IntStream.range(0, lines.size()).filter(this::isEntry);
    }

    private boolean isEntry(int at) {
        return lines.get(at).startsWith("{\"type\":\"entry\"");
    }

    private BsonDocument entryAt(int at) {
        return BsonDocument.parse(lines.get(at)).getDocument("entry");
    }

    private String idAt(int at) {
        return entryAt(at).getString("_id").getValue();
    }

    private static String wrapped(BsonDocument entry) {
        return "{\"type\":\"entry\",\"entry\":" + entry.toJson(RELAXED) + "}";
    }

    private String withAltered(int at, String path) {
        BsonDocument entry = entryAt(at);
        alter(entry, path);
        return wrapped(entry);
    }

    /** Of every value, however deep. */
    private static List<String> paths(BsonValue value, String path) {
        return switch (value) {
            case BsonDocument document ->
                document.entrySet().stream()
                        .flatMap(field -> paths(field.getValue(), path + "/" + field.getKey()).stream())
                        .toList();
            case BsonArray list ->
                IntStream.range(0, list.size())
                        .boxed()
                        .flatMap(i -> paths(list.get(i), path + "/[" + i + "]").stream())
                        .toList();
            default -> List.of(path);
        };
    }

    private static void alter(BsonDocument document, String path) {
        // Names of counters hold slashes themselves, so the longest name that fits is taken.
        String rest = path.substring(1);
        String name = document.keySet().stream()
                .filter(key -> rest.equals(key) || rest.startsWith(key + "/"))
                .findFirst()
                .orElseThrow();
        BsonValue value = Objects.requireNonNull(document.get(name));
        String below = rest.substring(name.length());
        switch (value) {
            case BsonDocument part when !below.isEmpty() -> alter(part, below);
            case BsonArray list -> alter(list, below);
            default -> document.put(name, other(value));
        }
    }

    private static void alter(BsonArray list, String path) {
        int end = path.indexOf(']');
        int at = Integer.parseInt(path.substring(2, end));
        String below = path.substring(end + 1);
        if (below.isEmpty()) {
            list.set(at, other(list.get(at)));
        } else {
            alter(list.get(at).asDocument(), below);
        }
    }

    private static BsonValue other(BsonValue value) {
        return switch (value) {
            case BsonString text -> new BsonString(otherText(text.getValue()));
            case BsonDateTime at -> new BsonDateTime(at.getValue() + 1);
            case BsonBoolean flag -> BsonBoolean.valueOf(!flag.getValue());
            default -> new BsonInt64(value.asNumber().longValue() + 1);
        };
    }

    /** As long as it was, and another. */
    private static String otherText(String text) {
        char last = text.charAt(text.length() - 1);
        return text.substring(0, text.length() - 1) + (last == 'a' ? 'b' : 'a');
    }

    private static Verdict verify(List<String> file) {
        return new VerifyExport().verify(file.iterator());
    }

    private static Flaw flaw(List<String> file) {
        return ((Verdict.Fails) verify(file)).flaw();
    }
}
