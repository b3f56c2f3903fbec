package io.crosscare.local.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads the frames of one file, one after the other, and holds little more than one of them in memory. */
final class FrameReader implements AutoCloseable {

    private static final int PORTION = 256 << 10;

    private final FileChannel channel;
    private final long size;
    private final ByteBuf window = Unpooled.buffer(PORTION);
    private long offset;

    FrameReader(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = channel.size();
    }

    /** Where in the file the next frame begins. */
    long offset() {
        return offset;
    }

    boolean isAtEnd() {
        return offset >= size;
    }

    /**
     * The effects of the next frame, good until the next call; null, and nothing is passed over, when what comes is not the
     * whole and undamaged frame of this number.
     */
    @Nullable
    ByteBuf next(long sequence) throws IOException {
        if (!has(Frame.HEADER_LENGTH)) {
            return null;
        }
        long length = Frame.lengthAt(window, window.readerIndex());
        if (length == 0 || !has(length)) {
            return null;
        }
        int start = window.readerIndex();
        if (!Frame.isWholeAt(window, start) || Frame.sequenceAt(window, start) != sequence) {
            return null;
        }
        offset += length;
        window.skipBytes((int) length);
        return Frame.payloadAt(window, start);
    }

    /** Whether a whole frame begins anywhere after the next byte. */
    boolean hasFrameLater() throws IOException {
        if (isAtEnd()) {
            return false;
        }
        ByteBuf rest = Unpooled.wrappedBuffer(channel.map(FileChannel.MapMode.READ_ONLY, offset, size - offset));
        for (int later = 1; later <= rest.writerIndex() - Frame.HEADER_LENGTH; later++) {
            if (Frame.isWholeAt(rest, later)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        window.release();
        channel.close();
    }

    /** Brings so many bytes from the next frame's beginning on into the window, if the file has them. */
    private boolean has(long length) throws IOException {
        if (length > size - offset) {
            return false;
        }
        if (window.readableBytes() < length) {
            window.discardReadBytes();
            long wanted = Math.min(Math.max(length, PORTION), size - offset);
            window.ensureWritable((int) wanted - window.readableBytes());
            while (window.readableBytes() < length) {
                if (window.writeBytes(channel, (int) wanted - window.readableBytes()) < 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
