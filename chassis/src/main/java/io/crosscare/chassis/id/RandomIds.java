package io.crosscare.chassis.id;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers of 130 random bits in lower-case base 32, with a prefix letter that says of what. Tests pass a seeded
 * generator; production uses {@link #secure()}.
 */
public final class RandomIds {

    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int LENGTH = 26;

    private final RandomGenerator random;

    public RandomIds(RandomGenerator random) {
        this.random = random;
    }

    public static RandomIds secure() {
        return new RandomIds(new SecureRandom());
    }

    /** A new id: the prefix and 26 characters of {@code a-z2-7}. */
    public String next(char prefix) {
        StringBuilder id = new StringBuilder(LENGTH + 1).append(prefix);
        for (int i = 0; i < LENGTH; i++) {
            id.append(BASE32[random.nextInt(BASE32.length)]);
        }
        return id.toString();
    }

    public PersonId nextPersonId() {
        return new PersonId(next('p'));
    }

    /** Random bytes, for salts and nonces. */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
