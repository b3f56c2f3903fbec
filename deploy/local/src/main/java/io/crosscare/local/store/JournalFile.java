package io.crosscare.local.store;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The end of the journal, where frames are appended. Goes on in a new segment when one is full. Used by one thread. */
final class JournalFile implements AutoCloseable {

    private final JournalFolder folder;
    private final JournalSettings settings;
    private final Runnable segmentClosed;
    private long nextSequence;
    private Path segment;
    private FileChannel channel;

    /** How bytes given to a file are brought to the disk. */
    @FunctionalInterface
    interface Sync {

        /** Returns when everything written to the channel, whose file this is, survives a power cut. */
        void force(FileChannel channel, Path file) throws IOException;

        /** Asks the operating system, for the data and the length; file times do not matter. */
        Sync DISK = (channel, _) -> channel.force(false);
    }

    /**
     * Opens the last segment for appending. What a crash left in it unsynced is synced first: readers will see it.
     *
     * @param segmentClosed told on the appending thread when a segment will change no more
     */
    JournalFile(JournalFolder folder, long nextSequence, JournalSettings settings, Runnable segmentClosed)
            throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.segmentClosed = segmentClosed;
        this.nextSequence = nextSequence;
        this.segment = folder.segments().isEmpty()
                ? folder.segmentStartingAt(nextSequence)
                : folder.segments().getLast();
        this.channel = open(segment);
    }

    /** Completes the frame, writes it and returns when it is synced. */
    void append(ByteBuf frame) throws IOException {
        if (channel.position() >= settings.segmentLength()) {
            channel.close();
            segment = folder.segmentStartingAt(nextSequence);
            channel = open(segment);
            segmentClosed.run();
        }
        Frame.complete(frame, nextSequence++);
        ByteBuffer bytes = frame.nioBuffer();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        settings.sync().force(channel, segment);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private FileChannel open(Path file) throws IOException {
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        opened.position(opened.size());
        settings.sync().force(opened, file);
        folder.sync();
        return opened;
    }
}
