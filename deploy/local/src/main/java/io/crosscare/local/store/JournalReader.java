package io.crosscare.local.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the journal back into memory. A torn end, which no reply can have shown, is cut off; any other damage is refused
 * with its place, because what was synced may have been shown.
 */
final class JournalReader {

    private static final Logger log = LoggerFactory.getLogger(JournalReader.class);

    private final JournalFolder folder;
    private final JournalImage image = new JournalImage();
    private long nextSequence = 1;

    JournalReader(JournalFolder folder) {
        this.folder = folder;
    }

    /** Reads all segments. To be called once. */
    JournalImage read() throws IOException {
        List<Path> segments = folder.segments();
        for (Path segment : segments) {
            if (!segment.equals(folder.segmentStartingAt(nextSequence))) {
                throw new StoreDamagedException(segment, 0, "frame " + nextSequence + " missing");
            }
            readSegment(segment, segment.equals(segments.getLast()));
        }
        return image;
    }

    /** The number of the frame to be written next. */
    long nextSequence() {
        return nextSequence;
    }

    private void readSegment(Path file, boolean isLast) throws IOException {
        ByteBuf segment = Unpooled.wrappedBuffer(Files.readAllBytes(file));
        int offset = 0;
        while (offset < segment.writerIndex()) {
            if (!isNextFrame(segment, offset)) {
                if (!isLast || hasFrameAfter(segment, offset)) {
                    throw new StoreDamagedException(file, offset, "frame " + nextSequence + " unreadable");
                }
                cut(file, offset, segment.writerIndex() - offset);
                return;
            }
            ByteBuf payload = Frame.payloadAt(segment, offset);
            try {
                while (payload.isReadable()) {
                    image.apply(Effect.readFrom(payload));
                }
            } catch (RuntimeException e) {
                throw new StoreDamagedException(file, offset, "frame %d not understood".formatted(nextSequence), e);
            }
            offset += Frame.HEADER_LENGTH + payload.writerIndex();
            nextSequence++;
        }
    }

    private boolean isNextFrame(ByteBuf segment, int offset) {
        return Frame.isWholeAt(segment, offset) && Frame.sequenceAt(segment, offset) == nextSequence;
    }

    private static boolean hasFrameAfter(ByteBuf segment, int offset) {
        for (int later = offset + 1; later <= segment.writerIndex() - Frame.HEADER_LENGTH; later++) {
            if (Frame.isWholeAt(segment, later)) {
                return true;
            }
        }
        return false;
    }

    private static void cut(Path file, int offset, int tornLength) throws IOException {
        log.warn("cut {} bytes of an unfinished write off {} at byte {}", tornLength, file, offset);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(offset).force(true);
        }
    }
}
