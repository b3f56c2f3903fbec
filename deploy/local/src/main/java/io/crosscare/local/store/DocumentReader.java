package io.crosscare.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads BSON documents that are to stay in memory, as {@link BsonDecoder} would, but in one pass over the bytes: field names and
 * short texts that were seen before are not made again. Half the time of a start and half of the heap went there. Not for use by
 * several threads.
 */
final class DocumentReader {

    private static final int SHORT_TEXT_BYTES_MAX = 32;
    private static final int SLOTS = 1 << 14;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The text that last had a slot, and its bytes. */
    private final @Nullable String[] texts = new String[SLOTS];

    private final byte[][] encodedTexts = new byte[SLOTS][0];
    private byte[] bytes = new byte[0];
    private int next;

    /** The document whose bytes are the readable ones of the buffer; they are read. */
    Document read(ByteBuf document) {
        bytes = ByteBufUtil.getBytes(document, document.readerIndex(), document.readableBytes());
        document.skipBytes(bytes.length);
        next = 0;
        return readDocument();
    }

    private Document readDocument() {
        Document document = new Document();
        int end = beginDocument();
        for (byte type = bytes[next++]; type != 0; type = bytes[next++]) {
            String name = readName();
            document.put(name, readValue(type));
        }
        requireAt(end);
        return document;
    }

    /** Arrays are documents whose field names do not matter. */
    private List<@Nullable Object> readArray() {
        List<@Nullable Object> elements = new ArrayList<>(0);
        int end = beginDocument();
        for (byte type = bytes[next++]; type != 0; type = bytes[next++]) {
            skipName();
            elements.add(readValue(type));
        }
        requireAt(end);
        return elements;
    }

    private int beginDocument() {
        int end = next + intAt(next);
        next += Integer.BYTES;
        return end;
    }

    private void requireAt(int end) {
        if (next != end) {
            throw new IllegalArgumentException("a document that ends at " + next + " instead of " + end);
        }
    }

    private @Nullable Object readValue(byte type) {
        return switch (type) {
            case 0x02 -> readText();
            case 0x03 -> readDocument();
            case 0x04 -> readArray();
            case 0x08 -> bytes[next++] != 0;
            case 0x09 -> Instant.ofEpochMilli(readLong());
            case 0x0A -> null;
            case 0x10 -> readInt();
            case 0x12 -> readLong();
            default -> readOther(type);
        };
    }

    private @Nullable Object readOther(byte type) {
        ByteBuf rest = Unpooled.wrappedBuffer(bytes);
        rest.readerIndex(next);
        Object value = BsonDecoder.decodeValue(type, rest);
        next = rest.readerIndex();
        return value;
    }

    private String readName() {
        int start = next;
        skipName();
        return shared(start, next - 1 - start);
    }

    private void skipName() {
        while (bytes[next] != 0) {
            next++;
        }
        next++;
    }

    private String readText() {
        int length = readInt() - 1;
        int start = next;
        next += length + 1;
        return length <= SHORT_TEXT_BYTES_MAX
                ? shared(start, length)
                : new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    private String shared(int start, int length) {
        int hash = 1;
        for (int i = start; i < start + length; i++) {
            hash = (31 * hash) + bytes[i];
        }
        int slot = (hash * 0x9E3779B9) >>> 18;
        String last = texts[slot];
        byte[] encodedLast = encodedTexts[slot];
        if (last != null && Arrays.equals(encodedLast, 0, encodedLast.length, bytes, start, start + length)) {
            return last;
        }
        byte[] encoded = Arrays.copyOfRange(bytes, start, start + length);
        String text = new String(encoded, StandardCharsets.UTF_8);
        encodedTexts[slot] = encoded;
        texts[slot] = text;
        return text;
    }

    private int readInt() {
        int value = intAt(next);
        next += Integer.BYTES;
        return value;
    }

    private int intAt(int at) {
        return (int) INT.get(bytes, at);
    }

    private long readLong() {
        long value = (long) LONG.get(bytes, next);
        next += Long.BYTES;
        return value;
    }
}
