package io.crosscare.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes back from a journal that was written, torn or damaged. */
class JournalTest {

    private static final String NAMESPACE = "suite.people";
    private static final int BIG = 15 << 20;

    @TempDir
    private Path path;

    private Path first;

    @BeforeEach
    void nameTheFirstSegment() {
        first = path.resolve("0000000000000000001.journal");
    }

    @Test
    void bringsBackPutsDeletionsDropsAndRenames() throws IOException {
        append(put(0, "a"), put(1, "b"), new Effect.Put("suite.gone", 0, new Document("_id", 1)));
        append(put(1, "c"), put(2, "d"), new Effect.Drop("suite.gone"));
        append(new Effect.Delete(NAMESPACE, 0), new Effect.Rename(NAMESPACE, "suite.patients"));

        JournalImage image = read();

        assertThat(image.databaseNames()).containsExactly("suite");
        assertThat(image.take(NAMESPACE)).isEmpty();
        assertThat(image.take("suite.gone")).isEmpty();
        assertThat(image.take("suite.patients")).containsOnlyKeys(1L, 2L).containsEntry(1L, new Document("_id", "c"));
    }

    @Test
    void cutsATornEndWhereverItIsTorn() throws IOException {
        append(put(0, "a"), put(1, "b"));
        append(put(2, "c"));
        int end = (int) Files.size(first);
        append(put(3, "d"), new Effect.Delete(NAMESPACE, 0));
        byte[] whole = Files.readAllBytes(first);

        for (int length = end; length < whole.length; length++) {
            Files.write(first, Arrays.copyOf(whole, length));

            NavigableMap<Long, Document> documents = read().take(NAMESPACE);

            assertThat(documents).as("cut to %d bytes", length).containsOnlyKeys(0L, 1L, 2L);
            assertThat(first).as("cut to %d bytes", length).hasSize(end);
        }
    }

    @Test
    void goesOnAfterACut() throws IOException {
        append(put(0, "a"));
        Files.write(first, new byte[] {'C', 'C', 'J', '1', 0, 0}, StandardOpenOption.APPEND);

        append(put(1, "b"));

        assertThat(read().take(NAMESPACE)).containsOnlyKeys(0L, 1L);
    }

    @Test
    void refusesEveryDamagedByteThatSomethingGoodFollows() throws IOException {
        append(put(0, "a"));
        int start = (int) Files.size(first);
        append(put(1, "b"));
        int end = (int) Files.size(first);
        append(put(2, "c"));
        byte[] whole = Files.readAllBytes(first);

        for (int damaged = start; damaged < end; damaged++) {
            byte[] bytes = whole.clone();
            bytes[damaged] ^= 0x10;
            Files.write(first, bytes);

            assertThatThrownBy(this::read)
                    .as("damaged at byte %d", damaged)
                    .isInstanceOf(StoreDamagedException.class)
                    .hasMessageContaining("byte " + start)
                    .hasMessageContaining(first.toString());
            assertThat(first).as("untouched").hasBinaryContent(bytes);
        }
    }

    @Test
    void goesOnInANewSegmentAndRefusesAnOlderOneThatIsDamagedOrMissing() throws IOException {
        for (int position = 0; position < 5; position++) {
            append(put(position, BIG));
        }
        append(put(5, "c"));

        assertThat(read().take(NAMESPACE)).containsOnlyKeys(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(path.resolve("0000000000000000006.journal")).exists();
        Files.write(first, Arrays.copyOf(Files.readAllBytes(first), BIG + 1_000));
        assertThatThrownBy(this::read)
                .isInstanceOf(StoreDamagedException.class)
                .hasMessageContaining("frame 2 unreadable");
        Files.delete(first);
        assertThatThrownBy(this::read)
                .isInstanceOf(StoreDamagedException.class)
                .hasMessageContaining("frame 1 missing");
    }

    @Test
    void saysWhereAFrameIsThatItDoesNotUnderstand() throws IOException {
        append(put(0, "a"));
        long start = Files.size(first);
        appendFrame(Unpooled.copiedBuffer(new byte[] {'?', 0, 0}));

        assertThatThrownBy(this::read)
                .isInstanceOf(StoreDamagedException.class)
                .hasMessageContaining("frame 2 not understood at byte " + start);
    }

    private void append(Effect... effects) throws IOException {
        ByteBuf payload = Unpooled.buffer();
        List.of(effects).forEach(effect -> effect.writeTo(payload));
        appendFrame(payload);
    }

    private void appendFrame(ByteBuf payload) throws IOException {
        try (JournalFolder folder = JournalFolder.lock(path)) {
            JournalReader reader = new JournalReader(folder);
            reader.read();
            ByteBuf frame = Unpooled.buffer();
            Frame.begin(frame);
            frame.writeBytes(payload);
            try (JournalFile file = new JournalFile(folder, reader.nextSequence(), JournalSettings.DURABLE, () -> {})) {
                file.append(frame);
            }
        }
    }

    private JournalImage read() throws IOException {
        try (JournalFolder folder = JournalFolder.lock(path)) {
            return new JournalReader(folder).read();
        }
    }

    private static Effect put(long position, String id) {
        return new Effect.Put(NAMESPACE, position, new Document("_id", id));
    }

    private static Effect put(long position, int bytes) {
        return new Effect.Put(NAMESPACE, position, new Document("_id", new BinData(new byte[bytes])));
    }
}
