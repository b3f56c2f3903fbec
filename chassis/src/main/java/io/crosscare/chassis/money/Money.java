package io.crosscare.chassis.money;

import java.util.stream.IntStream;

/**
 * An amount of money in integer fen (1 yuan = 100 fen), negative for what is given back. Sums are exact or refused; nothing
 * here rounds. A product with a ratio is {@link Ratio#of(Money)}.
 *
 * @param fen the amount in fen, at most 10<sup>14</sup> either way
 */
public record Money(long fen) implements Comparable<Money> {

    /** Larger amounts are refused: they can only be a mistake, and a product with a ratio must not overflow. */
    public static final long FEN_MAX = 100_000_000_000_000L;

    public static final Money ZERO = new Money(0);

    /** The amount that is written most often. */
    private static final String NOTHING = "0.00";

    /** What follows the yuan, by its number of fen: {@code .00} to {@code .99}. */
    private static final String[] DECIMALS =
            IntStream.range(0, 100).mapToObj(".%02d"::formatted).toArray(String[]::new);

    /** What follows the thousands: {@code ,000} to {@code ,999}. */
    private static final String[] GROUPS =
            IntStream.range(0, 1_000).mapToObj(",%03d"::formatted).toArray(String[]::new);

    public Money {
        if (fen > FEN_MAX || fen < -FEN_MAX) {
            throw new IllegalArgumentException("amount is beyond 10^14 fen");
        }
    }

    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    public Money plus(Money other) {
        return ofFen(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return ofFen(Math.subtractExact(fen, other.fen));
    }

    public Money negate() {
        return ofFen(-fen);
    }

    public Money abs() {
        return isNegative() ? negate() : this;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    /** The amount as people read it: yuan with two decimals and no grouping, {@code -1234.05}. */
    public String toYuan() {
        if (fen == 0) {
            return NOTHING;
        }
        String yuan = Math.abs(fen) / 100 + decimals();
        return isNegative() ? "-" + yuan : yuan;
    }

    /** The same with groups of three, {@code -1,234.05}. */
    public String toGroupedYuan() {
        if (fen == 0) {
            return NOTHING;
        }
        String yuan = grouped(Math.abs(fen) / 100, decimals());
        return isNegative() ? "-" + yuan : yuan;
    }

    private String decimals() {
        return DECIMALS[(int) (Math.abs(fen) % 100)];
    }

    private static String grouped(long yuan, String rest) {
        if (yuan < 1_000) {
            return yuan + rest;
        }
        String group = GROUPS[(int) (yuan % 1_000)];
        return yuan < 1_000_000 ? yuan / 1_000 + group + rest : grouped(yuan / 1_000, group + rest);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return toYuan();
    }
}
