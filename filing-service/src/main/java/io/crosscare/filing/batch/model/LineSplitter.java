package io.crosscare.filing.batch.model;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the bytes of a file into lines as they arrive. Ends of lines are LF or CR LF; blank lines are counted and left out; a byte
 * order mark is passed over. Of a line that is too long only the beginning is kept, so memory stays bounded whatever is sent. Not
 * for several threads.
 */
public final class LineSplitter {

    /** Bytes of one line at most; a person with ten cards takes about one thousand. */
    public static final int LENGTH_MAX = 16 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean isWhole = true;
    private int number;

    /** The lines that end in these bytes. */
    public List<RawLine> accept(byte[] bytes) {
        List<RawLine> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                keep(bytes, begin, i);
                end().ifPresent(lines::add);
                begin = i + 1;
            }
        }
        keep(bytes, begin, bytes.length);
        return lines;
    }

    /** The line that the file ends with; empty where it is blank. */
    public Optional<RawLine> end() {
        number++;
        byte[] content = content();
        boolean whole = isWhole;
        line.reset();
        isWhole = true;
        return isBlank(content) ? Optional.empty() : Optional.of(new RawLine(number, content, whole));
    }

    private void keep(byte[] bytes, int from, int to) {
        int length = Math.min(to - from, LENGTH_MAX + 1 - line.size());
        line.write(bytes, from, length);
        isWhole &= length == to - from;
    }

    private byte[] content() {
        byte[] bytes = line.toByteArray();
        int from = number == 1 && beginsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        if (to - from > LENGTH_MAX) {
            isWhole = false;
            to = from + LENGTH_MAX;
        }
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean beginsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
