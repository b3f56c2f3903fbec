package io.crosscare.settlement.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A text document in canonical form: UTF-8 without byte-order mark, lines ended by a line feed, the last one too. What was
 * published under a hash can be checked against it for ever.
 */
public record CanonicalText(String text) {

    public CanonicalText {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        text = unmarked.replace("\r\n", "\n").replace('\r', '\n').stripTrailing() + "\n";
    }

    /** SHA-256 of the canonical bytes, lower-case hexadecimal. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
