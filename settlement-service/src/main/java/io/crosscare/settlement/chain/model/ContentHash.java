package io.crosscare.settlement.chain.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of canonical bytes.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record ContentHash(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** What the first entry of a chain follows. */
    public static final ContentHash NONE = new ContentHash("0".repeat(64));

    public ContentHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a content hash has 64 lower-case hexadecimal digits");
        }
    }

    public static ContentHash of(byte[] canonicalBytes) {
        try {
            return new ContentHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonicalBytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
