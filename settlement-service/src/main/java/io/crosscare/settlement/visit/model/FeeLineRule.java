package io.crosscare.settlement.visit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import java.util.regex.Pattern;

/** Numbers of a fee line as the national interface has them, and how they hang together (domain.md §4.2). */
public final class FeeLineRule {

    public static final int QUANTITY_DECIMALS = 4;
    public static final int PRICE_DECIMALS = 6;

    /** Quantity and price are printed rounded, so the amount may differ from their product by this. */
    public static final Money TOLERANCE = Money.ofFen(1);

    /** 1/10,000 unit times 1/1,000,000 yuan is 1/100,000,000 fen. */
    private static final long PER_FEN = 100_000_000L;

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?");

    private FeeLineRule() {}

    /**
     * Reads a decimal number into units of its last allowed place.
     *
     * @throws IllegalArgumentException when it is not a plain decimal number, or has more decimals
     */
    public static long parse(String text, int decimals) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a plain decimal number");
        }
        int point = text.indexOf('.');
        String fraction = point < 0 ? "" : text.substring(point + 1);
        if (fraction.length() > decimals) {
            throw new IllegalArgumentException("more decimals than allowed");
        }
        String whole = point < 0 ? text : text.substring(0, point);
        return Long.parseLong(whole + fraction + "0".repeat(decimals - fraction.length()));
    }

    /**
     * Whether an amount is quantity times price, half-up to the fen, give or take {@link #TOLERANCE}. A product beyond any
     * bill is not.
     */
    public static boolean agrees(long quantityTenThousandths, long unitPriceMillionths, Money amount) {
        try {
            long product = Ratio.divideHalfUp(Math.multiplyExact(quantityTenThousandths, unitPriceMillionths), PER_FEN);
            return Money.ofFen(product).minus(amount).abs().compareTo(TOLERANCE) <= 0;
        } catch (ArithmeticException _) {
            return false;
        }
    }
}
