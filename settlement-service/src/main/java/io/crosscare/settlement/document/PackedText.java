package io.crosscare.settlement.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A text in canonical form, cut into pieces of about a megabyte, each compressed by itself, so that a catalogue of two hundred
 * thousand rows can be kept and sent without ever being whole in memory.
 *
 * @param hash SHA-256 of the canonical bytes, as {@link CanonicalText#hash} has it
 * @param pieces in order; each is text by itself
 */
public record PackedText(String hash, List<byte[]> pieces) {

    public PackedText {
        pieces = List.copyOf(pieces);
    }

    /** The bytes of one piece. */
    public static byte[] unpack(byte[] piece) {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(piece))) {
            return unpacked.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a stored piece of a text is damaged", e);
        }
    }
}
