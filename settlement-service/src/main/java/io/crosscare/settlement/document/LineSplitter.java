package io.crosscare.settlement.document;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the bytes of a text into its lines as they arrive, blank ones too. LF, CR LF and CR end a line; a byte order mark is passed
 * over. Of a line that is too long only the beginning is kept, so memory stays bounded whatever is sent. Not for several threads.
 */
public final class LineSplitter {

    /** Bytes of one line at most. */
    public static final int LENGTH_MAX = 16 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean isAfterReturn;
    private int number;

    /**
     * A line without its end.
     *
     * @param number from 1
     * @param bytes one more than {@link #LENGTH_MAX} where there was more
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and short-lived
    public record Line(int number, byte[] bytes) {

        public boolean isTooLong() {
            return bytes.length > LENGTH_MAX;
        }
    }

    /** The lines that end in these bytes. */
    public List<Line> accept(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte one = bytes[i];
            if (one != '\n' && one != '\r') {
                continue;
            }
            boolean isSecondOfAnEnd = one == '\n' && (i == 0 ? isAfterReturn : bytes[i - 1] == '\r');
            if (!isSecondOfAnEnd) {
                keep(bytes, begin, i);
                lines.add(next());
            }
            begin = i + 1;
        }
        keep(bytes, begin, bytes.length);
        isAfterReturn = bytes.length == 0 ? isAfterReturn : bytes[bytes.length - 1] == '\r';
        return lines;
    }

    private void keep(byte[] bytes, int from, int to) {
        line.write(bytes, from, Math.min(to - from, LENGTH_MAX + 1 - line.size()));
    }

    /** What stands after the last end of a line; empty in a text that ends with one. */
    public List<Line> end() {
        return line.size() == 0 ? List.of() : List.of(next());
    }

    private Line next() {
        number++;
        byte[] bytes = line.toByteArray();
        line.reset();
        return new Line(number, number == 1 ? withoutMark(bytes) : bytes);
    }

    private static byte[] withoutMark(byte[] bytes) {
        boolean isMarked = bytes.length >= BYTE_ORDER_MARK.length
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
        return isMarked ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length) : bytes;
    }
}
