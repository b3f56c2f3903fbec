package io.crosscare.chassis.problem;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own name for one attempt to change something, from the {@code Idempotency-Key} header. Hashed before it is
 * logged.
 *
 * @param value 1 to 128 characters of ASCII without spaces
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    /** Header of an answer that was given before: {@code true}. */
    public static final String HIT = "Idempotency-Hit";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a key has 1 to 128 visible ASCII characters");
        }
    }

    /**
     * The key of a request that must have one.
     *
     * @throws ProblemException when the header is missing or malformed
     */
    public static IdempotencyKey require(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REQUIRED);
        }
        try {
            return new IdempotencyKey(header.strip());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    HEADER,
                    "idempotency-key",
                    Text.of("应为 1 至 128 个可见 ASCII 字符", "must have 1 to 128 visible ASCII characters"));
        }
    }

    @Override
    public String toString() {
        return "IdempotencyKey[…]";
    }
}
