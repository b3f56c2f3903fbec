package io.crosscare.local.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The form of a snapshot: every document of every collection as a put, in frames like those of the journal but numbered from 1,
 * and one last frame that says which frames of the journal it stands for. Without that last frame it is not whole.
 */
final class Snapshot {

    private static final char END = 'E';

    private Snapshot() {}

    /** Shows the visitor all documents, and refuses a snapshot that is not whole. */
    static void read(Path file, EffectVisitor visitor) throws IOException {
        try (FrameReader frames = new FrameReader(file)) {
            for (long number = 1; ; number++) {
                long offset = frames.offset();
                ByteBuf payload = frames.next(number);
                if (payload == null) {
                    throw new StoreDamagedException(file, offset, "frame " + number + " of the snapshot unreadable");
                }
                try {
                    if (payload.getByte(0) == END) {
                        requireEnd(file, frames, payload.getLong(1));
                        return;
                    }
                    Effect.visitAll(payload, visitor);
                } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                    throw new StoreDamagedException(file, offset, "frame " + number + " of the snapshot unknown", e);
                }
            }
        }
    }

    private static void requireEnd(Path file, FrameReader frames, long nextSequence) {
        if (!frames.isAtEnd()) {
            throw new StoreDamagedException(file, frames.offset(), "something after the end of the snapshot");
        }
        if (nextSequence != JournalFolder.sequenceOf(file)) {
            throw new StoreDamagedException(file, 0, "the snapshot of the frames before " + nextSequence);
        }
    }

    /** Writes a snapshot, document by document; holds one frame in memory. */
    static final class Writer implements AutoCloseable {

        private static final int FRAME_LENGTH = 1 << 20;

        /** Dirty pages that pile up make the journal's own sync wait, so they go to the disk little by little. */
        private static final long UNSYNCED_BYTES_MAX = 8 << 20;

        private final Path file;
        private final FileChannel channel;
        private final JournalFile.Sync sync;
        private final SnapshotStep.Listener steps;
        private final ByteBuf frame = Unpooled.directBuffer(FRAME_LENGTH);
        private long number = 1;
        private long unsynced;

        Writer(Path file, JournalFile.Sync sync, SnapshotStep.Listener steps) throws IOException {
            this.file = file;
            this.sync = sync;
            this.steps = steps;
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            Frame.begin(frame);
        }

        /** Adds a document, given as the readable bytes of the buffer. */
        void put(String namespace, long position, ByteBuf document) throws IOException {
            Effect.beginPut(namespace, position, frame);
            frame.writeBytes(document);
            if (frame.readableBytes() >= FRAME_LENGTH) {
                writeFrame();
            }
        }

        /** Ends the snapshot and returns when it is synced. */
        void end(long nextSequence) throws IOException {
            if (frame.readableBytes() > Frame.HEADER_LENGTH) {
                writeFrame();
            }
            frame.writeByte(END).writeLong(nextSequence);
            writeFrame();
            sync.force(channel, file);
        }

        @Override
        public void close() throws IOException {
            frame.release();
            channel.close();
        }

        private void writeFrame() throws IOException {
            Frame.complete(frame, number++);
            ByteBuffer bytes = frame.nioBuffer();
            unsynced += bytes.remaining();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (unsynced > UNSYNCED_BYTES_MAX) {
                sync.force(channel, file);
                unsynced = 0;
            }
            Frame.begin(frame);
            steps.reached(SnapshotStep.FRAME_WRITTEN);
        }
    }
}
