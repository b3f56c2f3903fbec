package io.crosscare.correction.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids in the form of the suite's own that nobody else has: for a person or a visit that the suite does not know. */
final class MadeUpIds {

    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int CHARACTERS = 26;
    private static final int MASK = BASE32.length - 1;

    private MadeUpIds() {}

    /** The same for the same seed. */
    static String of(char prefix, String seed) {
        byte[] hash = sha256(prefix + ":" + seed);
        StringBuilder id = new StringBuilder(CHARACTERS + 1).append(prefix);
        for (int i = 0; i < CHARACTERS; i++) {
            id.append(BASE32[hash[i] & MASK]);
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
