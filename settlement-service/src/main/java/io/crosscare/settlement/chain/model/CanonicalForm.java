package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.money.Money;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a value for hashing, independent of any store or text format. Fields are written in a fixed order; every one that
 * can vary in length carries its length, every one that can be absent says so, so that different values never have the same
 * bytes. The first field names the version of the form; a change of order or content is another version.
 */
public final class CanonicalForm {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

    /** Begins a form with its version. */
    public CanonicalForm(String version) {
        text(version);
    }

    public CanonicalForm text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public CanonicalForm optionalText(@Nullable String value) {
        flag(value != null);
        return value == null ? this : text(value);
    }

    /** Eight bytes, most significant first. */
    public CanonicalForm number(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (value >>> shift));
        }
        return this;
    }

    public CanonicalForm flag(boolean value) {
        bytes.write(value ? 1 : 0);
        return this;
    }

    public CanonicalForm money(Money value) {
        return number(value.fen());
    }

    public CanonicalForm day(LocalDate value) {
        return number(value.toEpochDay());
    }

    public CanonicalForm optionalDay(@Nullable LocalDate value) {
        flag(value != null);
        return value == null ? this : day(value);
    }

    /** Instants are kept to the millisecond throughout the suite. */
    public CanonicalForm instant(Instant value) {
        return number(value.toEpochMilli());
    }

    public CanonicalForm numbers(SortedMap<String, Long> values) {
        number(values.size());
        values.forEach((key, value) -> text(key).number(value));
        return this;
    }

    public CanonicalForm bytes(byte[] value) {
        number(value.length);
        bytes.writeBytes(value);
        return this;
    }

    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    public ContentHash hash() {
        return ContentHash.of(toBytes());
    }
}
