package io.crosscare.chassis.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A keyed one-way name of a value (HMAC-SHA256), by which an encrypted field is found without being read. */
public final class BlindIndex {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    public BlindIndex(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("a blind index key has 32 bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The same name for the same purpose and value; the purpose keeps equal values of different fields apart. */
    public String of(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] name = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot compute a blind index", e);
        }
    }
}
