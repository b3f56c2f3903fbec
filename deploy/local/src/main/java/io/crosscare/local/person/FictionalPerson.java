package io.crosscare.local.person;

import java.util.random.RandomGenerator;

/**
 * Somebody who cannot exist. The identity number has a right check digit but begins with a region that was never given out
 * (999999), so it belongs to nobody; the rest is drawn anew for each run, so that runs do not meet.
 */
public record FictionalPerson(String name, String identityNumber, String personNumber, String cardNumber) {

    private static final String NAME = "虚构人甲";
    private static final String NOBODYS_REGION = "999999";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    /** A new person, born on some day from the first year to the last. */
    public static FictionalPerson bornBetween(int firstYear, int lastYear, RandomGenerator random) {
        int year = random.nextInt(firstYear, lastYear + 1);
        String birthday = "%04d%02d%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        String body = NOBODYS_REGION + birthday + digits(3, random);
        return new FictionalPerson(
                NAME, body + checkDigitOf(body), NOBODYS_REGION + digits(14, random), "999" + digits(7, random));
    }

    /** The last character of an identity number, from its first seventeen digits (GB 11643). */
    public static char checkDigitOf(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
    }

    private static String digits(int count, RandomGenerator random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** Personal data, even of nobody, stay out of messages. */
    @Override
    public String toString() {
        return "FictionalPerson";
    }
}
