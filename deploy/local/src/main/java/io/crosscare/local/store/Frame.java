package io.crosscare.local.store;

import io.netty.buffer.ByteBuf;
import java.util.zip.CRC32C;

/**
 * The unit of the journal: the effects of all commands that share one sync, with a header of magic, payload length, sequence
 * number and CRC-32C. A frame is whole or it is nothing, so a command is never found half applied; and only the very last frame
 * can ever be torn, because the next one is not written before it is synced.
 */
final class Frame {

    static final int HEADER_LENGTH = 20;

    /** {@code CCJ1}: our journal, first format. */
    private static final int MAGIC = 0x43434A31;

    private static final int LENGTH_OFFSET = 4;
    private static final int SEQUENCE_OFFSET = 8;
    private static final int CHECKSUM_OFFSET = 16;

    private Frame() {}

    /** Empties a buffer and leaves room for the header. */
    static void begin(ByteBuf frame) {
        frame.clear().writeZero(HEADER_LENGTH);
    }

    /** Fills in the header of a frame that has its payload. */
    static void complete(ByteBuf frame, long sequence) {
        int payloadLength = frame.readableBytes() - HEADER_LENGTH;
        frame.setInt(0, MAGIC);
        frame.setInt(LENGTH_OFFSET, payloadLength);
        frame.setLong(SEQUENCE_OFFSET, sequence);
        frame.setInt(CHECKSUM_OFFSET, checksum(frame, 0, payloadLength));
    }

    /**
     * How long the frame is whose header is at this offset, or 0 when that is no header. The header alone says so, nothing is
     * checked.
     */
    static long lengthAt(ByteBuf segment, int offset) {
        int payloadLength = segment.getInt(offset + LENGTH_OFFSET);
        return segment.getInt(offset) != MAGIC || payloadLength < 0 ? 0 : (long) HEADER_LENGTH + payloadLength;
    }

    /** Whether a whole and undamaged frame begins at this offset. */
    static boolean isWholeAt(ByteBuf segment, int offset) {
        int rest = segment.writerIndex() - offset;
        if (rest < HEADER_LENGTH || segment.getInt(offset) != MAGIC) {
            return false;
        }
        int payloadLength = segment.getInt(offset + LENGTH_OFFSET);
        return payloadLength >= 0
                && payloadLength <= rest - HEADER_LENGTH
                && segment.getInt(offset + CHECKSUM_OFFSET) == checksum(segment, offset, payloadLength);
    }

    /** The sequence number of the whole frame at this offset. */
    static long sequenceAt(ByteBuf segment, int offset) {
        return segment.getLong(offset + SEQUENCE_OFFSET);
    }

    /** The effects of the whole frame at this offset. */
    static ByteBuf payloadAt(ByteBuf segment, int offset) {
        return segment.slice(offset + HEADER_LENGTH, segment.getInt(offset + LENGTH_OFFSET));
    }

    private static int checksum(ByteBuf buffer, int offset, int payloadLength) {
        CRC32C checksum = new CRC32C();
        checksum.update(buffer.nioBuffer(offset, CHECKSUM_OFFSET));
        checksum.update(buffer.nioBuffer(offset + HEADER_LENGTH, payloadLength));
        return (int) checksum.getValue();
    }
}
