package io.crosscare.correction.deadletter.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of a dead letter, made from where the message stood and who could not process it: however often the letter is read, it
 * is one. Says nothing of its content.
 *
 * @param value {@code x} and 26 hexadecimal digits
 */
public record LetterId(String value) {

    private static final Pattern FORM = Pattern.compile("x[0-9a-f]{26}");
    private static final int BYTES = 13;

    public LetterId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("the id of a dead letter is 'x' and 26 hexadecimal digits");
        }
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The broker may begin its offsets anew after a loss, so the time belongs to it. */
    public static LetterId of(Origin origin) {
        String place = String.join(
                "/",
                origin.topic(),
                Integer.toString(origin.partition()),
                Long.toString(origin.offset()),
                origin.consumer() == null ? "" : origin.consumer(),
                Long.toString(origin.sentAt().toEpochMilli()));
        return new LetterId("x" + HexFormat.of().formatHex(sha256(place), 0, BYTES));
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
