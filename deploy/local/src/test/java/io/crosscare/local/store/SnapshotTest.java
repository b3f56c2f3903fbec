package io.crosscare.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot holds what the segments it replaces held, and a process may end anywhere while it is made. */
class SnapshotTest {

    private static final List<String> NAMESPACES = List.of("suite.people", "suite.patients", "other.people");
    private static final int SEGMENT_LENGTH = 2_000;
    private static final int STEPS_MAX = 10_000;

    /** One put of {@code {_id: "a", age: 70}} at position 0. */
    private static final String FIRST_FORMAT = "43434a310000003000000000000000012faeed8850000c73756974652e70656f706c"
            + "65000000000000000019000000025f69640002000000610010616765004600000000";

    @TempDir
    private Path path;

    private final Random random = new Random(4);
    private long nextPosition;

    @ParameterizedTest
    @ValueSource(longs = {1, 20190501, 321100})
    void changesNothingOfWhatIsThere(long seed) throws IOException {
        random.setSeed(seed);
        for (int round = 0; round < 12; round++) {
            live(60);
            Map<String, Map<Long, Document>> before = content();

            fold(_ -> {});

            assertThat(content()).as("seed %d, round %d", seed, round).isEqualTo(before);
            assertThat(files(".journal")).hasSizeLessThanOrEqualTo(5);
            assertThat(files(".snapshot")).hasSize(1);
            assertThat(files(".draft")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(SnapshotStep.class)
    void mayEndAtEveryStep(SnapshotStep step) throws IOException {
        live(80);
        fold(_ -> {});
        live(200);
        Map<String, Map<Long, Document>> before = content();
        int times = 0;
        boolean isEnded = true;
        while (isEnded) {
            isEnded = endsAt(step, ++times);

            assertThat(content()).as("%s, occurrence %d", step, times).isEqualTo(before);
            assertThat(files(".draft")).isEmpty();
            if (step.compareTo(SnapshotStep.RENAMED) >= 0) {
                live(60);
                before = content();
            }
        }

        assertThat(times).as("steps seen").isGreaterThan(1).isLessThan(STEPS_MAX);
        assertThat(content()).isEqualTo(before);
    }

    /** What a power cut may leave of the deletions is any part of them. */
    @Test
    void ignoresAndRemovesWhatTheSnapshotCovers() throws IOException {
        live(80);
        fold(_ -> {});
        live(200);
        Map<Path, byte[]> covered = new TreeMap<>();
        for (Path file : concat(files(".journal"), files(".snapshot"))) {
            covered.put(file, Files.readAllBytes(file));
        }
        fold(_ -> {});
        covered.keySet().removeIf(Files::exists);
        Map<String, Map<Long, Document>> before = content();
        for (Path left : covered.keySet()) {
            Files.write(left, covered.get(left));
            Files.write(path.resolve("0000000000000000009.snapshot.draft"), new byte[] {1, 2});

            assertThat(content()).as("%s left", left).isEqualTo(before);
            assertThat(left).doesNotExist();
            assertThat(files(".draft")).isEmpty();
        }

        assertThat(covered).hasSizeGreaterThan(2);
    }

    @Test
    void refusesASnapshotWithAnyByteDamagedOrMissing() throws IOException {
        live(30);
        fold(_ -> {});
        Path snapshot = files(".snapshot").getFirst();
        byte[] whole = Files.readAllBytes(snapshot);

        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(snapshot, damaged);
            assertRefuses("frame ", snapshot);
            Files.write(snapshot, Arrays.copyOf(whole, at));
            assertRefuses("frame ", snapshot);
        }
        Files.write(snapshot, Arrays.copyOf(whole, whole.length + 1));
        assertRefuses("something after the end", snapshot);
    }

    @Test
    void refusesASnapshotUnderAnotherName() throws IOException {
        live(80);
        fold(_ -> {});
        Path snapshot = files(".snapshot").getFirst();
        Path next = files(".journal").getLast();
        Path other = path.resolve(next.getFileName().toString().replace(".journal", ".snapshot"));
        if (snapshot.equals(other)) {
            other = path.resolve("0000000000000999999.snapshot");
        }
        Files.move(snapshot, other);

        assertRefuses("the snapshot of the frames before", other);
    }

    @Test
    void refusesWhenASegmentAfterTheSnapshotIsMissing() throws IOException {
        live(80);
        fold(_ -> {});
        live(200);
        List<Path> segments = files(".journal");
        for (Path segment : segments.subList(0, segments.size() - 1)) {
            byte[] bytes = Files.readAllBytes(segment);
            Files.delete(segment);

            assertThatThrownBy(this::content)
                    .isInstanceOf(StoreDamagedException.class)
                    .hasMessageContaining("missing");

            Files.write(segment, bytes);
        }
        for (Path segment : segments) {
            Files.delete(segment);
        }
        assertRefuses("frame %d missing".formatted(JournalFolder.sequenceOf(segments.getFirst())), segments.getFirst());
    }

    @Test
    void refusesWhenTheSnapshotIsMissing() throws IOException {
        live(80);
        fold(_ -> {});
        Files.delete(files(".snapshot").getFirst());

        assertRefuses("frame 1 missing", files(".journal").getFirst());
    }

    @Test
    void keepsEverythingWhereASegmentIsDamaged() throws IOException {
        live(80);
        fold(_ -> {});
        live(200);
        Path damaged = files(".journal").getFirst();
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(damaged, bytes);
        List<Path> before = concat(files(".journal"), files(".snapshot"));

        assertThatThrownBy(() -> fold(_ -> {}))
                .isInstanceOf(StoreDamagedException.class)
                .hasMessageContaining(damaged.toString());

        assertThat(concat(files(".journal"), files(".snapshot"))).isEqualTo(before);
        assertRefuses("unreadable", damaged);
    }

    /** As on a full disk, which it would otherwise keep full. */
    @Test
    void leavesNoDraftWhereASnapshotFails() throws Exception {
        live(200);
        CountDownLatch failed = new CountDownLatch(1);
        try (JournalFolder folder = JournalFolder.lock(path)) {
            SnapshotKeeper keeper =
                    new SnapshotKeeper(folder, new JournalSettings((_, _) -> {}, SEGMENT_LENGTH, step -> {
                        failed.countDown();
                        throw new IOException("no space left");
                    }));
            keeper.start();
            assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
            keeper.close();
        }

        assertThat(files(".draft")).isEmpty();
        assertThat(files(".snapshot")).isEmpty();
        fold(_ -> {});
        assertThat(files(".snapshot")).hasSize(1);
    }

    /** The draft gets its name only when all of it is on disk, and the name is on disk before anything is deleted. */
    @Test
    void syncsTheDraftBeforeItIsRenamed() throws IOException {
        live(200);
        List<String> events = new ArrayList<>();
        JournalFile.Sync sync = (channel, file) -> events.add("%s %d".formatted(suffix(file), channel.position()));

        try (JournalFolder folder = JournalFolder.lock(path)) {
            new SnapshotKeeper(folder, new JournalSettings(sync, SEGMENT_LENGTH, step -> events.add(step.name())))
                    .fold();
        }

        long size = Files.size(files(".snapshot").getFirst());
        assertThat(events)
                .containsSubsequence(
                        "DRAFT_OPENED",
                        "FRAME_WRITTEN",
                        "draft " + size,
                        "DRAFT_SYNCED",
                        "RENAMED",
                        "RENAMING_SYNCED",
                        "FILE_DELETED");
        assertThat(events.subList(events.indexOf("draft " + size), events.size()))
                .doesNotContain("FRAME_WRITTEN");
    }

    /** A folder as the store wrote it before there were snapshots. */
    @Test
    void opensAFolderWithoutASnapshot() throws IOException {
        byte[] written = HexFormat.of().parseHex(FIRST_FORMAT);
        Files.write(path.resolve("0000000000000000001.journal"), written);

        assertThat(content()).isEqualTo(Map.of("suite.people", Map.of(0L, new Document("_id", "a").append("age", 70))));
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void assertRefuses(String what, Path file) {
        assertThatThrownBy(this::content)
                .isInstanceOf(StoreDamagedException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(" at byte ")
                .hasMessageContaining(file.toString());
    }

    /** Whether the making of a snapshot was ended there. */
    private boolean endsAt(SnapshotStep end, int occurrence) throws IOException {
        AtomicInteger left = new AtomicInteger(occurrence);
        try {
            fold(step -> {
                if (step == end && left.decrementAndGet() == 0) {
                    throw new KilledException();
                }
            });
            return false;
        } catch (KilledException _) {
            return true;
        }
    }

    private static final class KilledException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private void fold(SnapshotStep.Listener steps) throws IOException {
        try (JournalFolder folder = JournalFolder.lock(path)) {
            SnapshotKeeper keeper =
                    new SnapshotKeeper(folder, new JournalSettings((_, _) -> {}, SEGMENT_LENGTH, steps));
            boolean isMore = true;
            while (isMore) {
                isMore = keeper.fold();
            }
        }
    }

    /** Writes random frames after those that are there. */
    private void live(int frames) throws IOException {
        try (JournalFolder folder = JournalFolder.lock(path)) {
            JournalReader reader = new JournalReader(folder);
            reader.read();
            JournalSettings settings = new JournalSettings((_, _) -> {}, SEGMENT_LENGTH, _ -> {});
            try (JournalFile file = new JournalFile(folder, reader.nextSequence(), settings, () -> {})) {
                for (int i = 0; i < frames; i++) {
                    ByteBuf frame = Unpooled.buffer();
                    Frame.begin(frame);
                    for (int effects = 1 + random.nextInt(4); effects > 0; effects--) {
                        randomEffect().writeTo(frame);
                    }
                    file.append(frame);
                }
            }
        }
    }

    private Effect randomEffect() {
        String namespace = NAMESPACES.get(random.nextInt(NAMESPACES.size()));
        int kind = random.nextInt(100);
        if (kind == 0) {
            return new Effect.Drop(namespace);
        }
        if (kind == 1) {
            String other = NAMESPACES.get(random.nextInt(NAMESPACES.size()));
            return other.equals(namespace) ? new Effect.Drop(namespace) : new Effect.Rename(namespace, other);
        }
        long position = random.nextInt(3) == 0 ? random.nextLong(nextPosition + 1) : nextPosition++;
        return kind < 25
                ? new Effect.Delete(namespace, position)
                : new Effect.Put(
                        namespace,
                        position,
                        new Document("_id", position).append("text", "x".repeat(random.nextInt(60))));
    }

    /** Everything an opened store would find. */
    private Map<String, Map<Long, Document>> content() throws IOException {
        Map<String, Map<Long, Document>> content = new TreeMap<>();
        try (JournalFolder folder = JournalFolder.lock(path)) {
            JournalImage image = new JournalReader(folder).read();
            Set<String> databases = new HashSet<>(image.databaseNames());
            for (String namespace : NAMESPACES) {
                Map<Long, Document> documents = image.take(namespace);
                if (!documents.isEmpty()) {
                    content.put(namespace, documents);
                    assertThat(databases).contains(namespace.substring(0, namespace.indexOf('.')));
                }
            }
        }
        return content;
    }

    private List<Path> files(String suffix) throws IOException {
        try (var files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> concat(List<Path> one, List<Path> other) {
        List<Path> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
