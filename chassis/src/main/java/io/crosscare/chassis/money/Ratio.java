package io.crosscare.chassis.money;

import java.util.stream.IntStream;

/**
 * A share in basis points, 0 to 10,000 (100 %). The only thing that multiplies money; every product is rounded half-up to
 * the fen here and nowhere else (domain.md §4.2; an amount below zero is rounded by its magnitude and keeps its sign).
 *
 * @param basisPoints 1/10,000
 */
public record Ratio(int basisPoints) implements Comparable<Ratio> {

    public static final int ONE = 10_000;
    public static final Ratio NONE = new Ratio(0);
    public static final Ratio WHOLE = new Ratio(ONE);

    /** The usual ratios as people read them: {@code 0%} to {@code 100%}. */
    private static final String[] WHOLE_PERCENTS =
            IntStream.rangeClosed(0, 100).mapToObj(percent -> percent + "%").toArray(String[]::new);

    public Ratio {
        if (basisPoints < 0 || basisPoints > ONE) {
            throw new IllegalArgumentException("a ratio lies between 0 and 10000 basis points");
        }
    }

    /** This share of the amount, half-up to the fen. */
    public Money of(Money amount) {
        return Money.ofFen(ofFen(amount.fen()));
    }

    /** The same of an amount in fen. */
    public long ofFen(long fen) {
        return divideHalfUp(Math.multiplyExact(fen, (long) basisPoints), ONE);
    }

    /** This share of another share, half-up to the basis point: half of 8,500 is 4,250. */
    public Ratio of(Ratio other) {
        return new Ratio((int) divideHalfUp((long) basisPoints * other.basisPoints, ONE));
    }

    /**
     * The amount of which this share is {@code part}, half-up to the fen: the cost that a payment stands for.
     *
     * @throws ArithmeticException when this ratio is zero
     */
    public Money wholeOf(Money part) {
        return Money.ofFen(divideHalfUp(Math.multiplyExact(part.fen(), (long) ONE), basisPoints));
    }

    /** This ratio moved by so many basis points, kept inside 0 to 10,000. */
    public Ratio shiftedBy(int deltaBasisPoints) {
        return new Ratio(Math.clamp((long) basisPoints + deltaBasisPoints, 0, ONE));
    }

    public boolean isZero() {
        return basisPoints == 0;
    }

    /** Quotient rounded half away from zero: the one rounding rule of the suite. */
    public static long divideHalfUp(long dividend, long divisor) {
        if (divisor <= 0) {
            throw new ArithmeticException("divisor must be positive");
        }
        long quotient = dividend / divisor;
        long remainder = Math.abs(dividend % divisor);
        boolean roundsAway = remainder >= divisor - remainder;
        return roundsAway ? quotient + Long.signum(dividend) : quotient;
    }

    /** As people read it: {@code 65%}, {@code 42.5%}. */
    public String toPercent() {
        int whole = basisPoints / 100;
        int hundredths = basisPoints % 100;
        if (hundredths == 0) {
            return WHOLE_PERCENTS[whole];
        }
        String decimals = (hundredths < 10 ? "0" : "") + hundredths;
        return whole + "." + (decimals.endsWith("0") ? decimals.substring(0, 1) : decimals) + "%";
    }

    @Override
    public int compareTo(Ratio other) {
        return Integer.compare(basisPoints, other.basisPoints);
    }

    @Override
    public String toString() {
        return toPercent();
    }
}
