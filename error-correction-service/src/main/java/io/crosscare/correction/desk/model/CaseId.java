package io.crosscare.correction.desk.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * The name of a case, made from its subject. Says nothing about the person, so it may appear in logs, events and URLs.
 *
 * @param value {@code c} and 26 lower-case base-32 characters
 */
public record CaseId(String value) {

    private static final Pattern FORM = Pattern.compile("c[a-z2-7]{26}");
    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int CHARACTERS = 26;
    private static final int BITS = 5;

    public CaseId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a case id is 'c' and 26 characters of a-z and 2-7");
        }
    }

    /** The first 130 bits of the subject's SHA-256. */
    static CaseId of(String subject) {
        byte[] hash = sha256(subject);
        StringBuilder id = new StringBuilder(CHARACTERS + 1).append('c');
        for (int character = 0; character < CHARACTERS; character++) {
            int index = 0;
            for (int bit = character * BITS; bit < (character + 1) * BITS; bit++) {
                index = (index << 1) | bitOf(hash, bit);
            }
            id.append(BASE32[index]);
        }
        return new CaseId(id.toString());
    }

    private static int bitOf(byte[] bytes, int bit) {
        return (bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE)) & 1;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
