package io.crosscare.benchmark.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the answers of one connection (RFC 9112): a length or chunks, and no answer that only ends with the connection. */
final class ResponseReader {

    private static final int BUFFER_BYTES = 16_384;
    private static final int LINE_MAX = 16_384;
    private static final int BODY_MAX = 16 * 1024 * 1024;
    private static final int HEXADECIMAL = 16;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;

    ResponseReader(InputStream in) {
        this.in = in;
    }

    Response read() throws IOException {
        int status = status(line());
        int length = -1;
        boolean isChunked = false;
        boolean isLast = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new IOException("a header without a name");
            }
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = lengthOf(value, 10);
                case "transfer-encoding" -> isChunked = value.equalsIgnoreCase("chunked");
                case "connection" -> isLast = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        return new Response(status, body(status, length, isChunked), isLast);
    }

    private String body(int status, int length, boolean isChunked) throws IOException {
        if (isChunked) {
            return chunks();
        }
        if (length >= 0) {
            return new String(bytes(length), StandardCharsets.UTF_8);
        }
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            return "";
        }
        throw new IOException("an answer without a length");
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(bytes(size));
            if (body.size() > BODY_MAX || !line().isEmpty()) {
                throw new IOException("a body that is too long or a chunk that does not end where it says");
            }
        }
        while (!line().isEmpty()) {
            // trailers say nothing to us
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private int chunkSize() throws IOException {
        String line = line();
        int extension = line.indexOf(';');
        return lengthOf(extension < 0 ? line : line.substring(0, extension).strip(), HEXADECIMAL);
    }

    private static int status(String line) throws IOException {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new IOException("not an answer in HTTP/1");
        }
        return lengthOf(parts[1], 10);
    }

    private static int lengthOf(String text, int radix) throws IOException {
        try {
            int length = Integer.parseInt(text, radix);
            if (length < 0 || length > BODY_MAX) {
                throw new IOException("a length out of bounds");
            }
            return length;
        } catch (NumberFormatException e) {
            throw new IOException("not a number where there must be one", e);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = next(); c != '\n'; c = next()) {
            if (line.length() == LINE_MAX) {
                throw new IOException("a line that is too long");
            }
            line.append((char) c);
        }
        int end = line.length() - 1;
        if (end >= 0 && line.charAt(end) == '\r') {
            line.setLength(end);
        }
        return line.toString();
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count) {
            if (from == to) {
                fill();
            }
            int part = Math.min(count - done, to - from);
            System.arraycopy(buffer, from, bytes, done, part);
            from += part;
            done += part;
        }
        return bytes;
    }

    private int next() throws IOException {
        if (from == to) {
            fill();
        }
        return buffer[from++] & 0xff;
    }

    private void fill() throws IOException {
        int read = in.read(buffer);
        if (read < 0) {
            throw new EOFException("the connection ended before the answer did");
        }
        from = 0;
        to = read;
    }
}
