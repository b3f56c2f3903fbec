package io.crosscare.local.store;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings snapshot and journal back into memory, a frame at a time. A torn end, which no reply can have shown, is cut off; any
 * other damage is refused with its place, because what was synced may have been shown. What a crash of a snapshot has left
 * behind is taken away once everything has been read.
 */
final class JournalReader {

    private static final Logger log = LoggerFactory.getLogger(JournalReader.class);

    private final JournalFolder folder;
    private long nextSequence;

    JournalReader(JournalFolder folder) {
        this.folder = folder;
    }

    /** Reads everything into memory. To be called once. */
    JournalImage read() throws IOException {
        JournalImage image = new JournalImage();
        readInto(image);
        return image;
    }

    /** Shows the visitor everything. To be called once. */
    void readInto(EffectVisitor visitor) throws IOException {
        Path snapshot = folder.snapshot();
        nextSequence = folder.firstSequence();
        if (snapshot != null) {
            Snapshot.read(snapshot, visitor);
        }
        List<Path> segments = folder.segments();
        if (snapshot != null && segments.isEmpty()) {
            throw missing(folder.segmentStartingAt(nextSequence));
        }
        for (Path segment : segments) {
            if (!segment.equals(folder.segmentStartingAt(nextSequence))) {
                throw missing(segment);
            }
            readSegment(segment, segment.equals(segments.getLast()), visitor);
        }
        for (Path leftover : folder.leftovers()) {
            Files.delete(leftover);
        }
    }

    /** The number of the frame to be written next. */
    long nextSequence() {
        return nextSequence;
    }

    private void readSegment(Path file, boolean isLast, EffectVisitor visitor) throws IOException {
        try (FrameReader frames = new FrameReader(file)) {
            while (!frames.isAtEnd()) {
                long offset = frames.offset();
                ByteBuf payload = frames.next(nextSequence);
                if (payload == null) {
                    if (!isLast || frames.hasFrameLater()) {
                        throw new StoreDamagedException(file, offset, "frame " + nextSequence + " unreadable");
                    }
                    cut(file, offset);
                    return;
                }
                try {
                    Effect.visitAll(payload, visitor);
                } catch (RuntimeException e) {
                    throw new StoreDamagedException(file, offset, "frame %d not understood".formatted(nextSequence), e);
                }
                nextSequence++;
            }
        }
    }

    private StoreDamagedException missing(Path segment) {
        return new StoreDamagedException(segment, 0, "frame " + nextSequence + " missing");
    }

    private static void cut(Path file, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            log.warn("cut {} bytes of an unfinished write off {} at byte {}", channel.size() - offset, file, offset);
            channel.truncate(offset).force(true);
        }
    }
}
