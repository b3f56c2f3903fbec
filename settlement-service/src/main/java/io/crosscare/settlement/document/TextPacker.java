package io.crosscare.settlement.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Packs a text line by line. What comes out has the bytes and the hash that {@link CanonicalText} would give the whole text. Not
 * for several threads.
 */
public final class TextPacker {

    private static final int PIECE_BYTES = 1024 * 1024;

    private final MessageDigest digest = sha256();
    private final List<byte[]> pieces = new ArrayList<>();

    /** White space that belongs to the text only if something follows: canonical text ends with its last letter and a line feed. */
    private final StringBuilder held = new StringBuilder();

    private ByteArrayOutputStream piece = new ByteArrayOutputStream();

    /** Takes the next line, without its end. */
    public void add(String line) {
        String body = line.stripTrailing();
        if (!body.isEmpty()) {
            write(held + body);
            held.setLength(0);
        }
        held.append(line, body.length(), line.length()).append('\n');
        if (piece.size() >= PIECE_BYTES) {
            pack();
        }
    }

    /** The whole; nothing can be added any more. */
    public PackedText end() {
        write("\n");
        pack();
        return new PackedText(HexFormat.of().formatHex(digest.digest()), pieces);
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        piece.writeBytes(bytes);
    }

    private void pack() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            piece.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pieces.add(packed.toByteArray());
        piece = new ByteArrayOutputStream();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
