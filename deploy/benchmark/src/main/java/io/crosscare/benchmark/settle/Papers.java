package io.crosscare.benchmark.settle;

import java.util.random.RandomGenerator;

/** What an agency says of somebody who cannot exist: the identity number begins with a region that was never given out. */
final class Papers {

    private static final String NOBODYS_REGION = "999999";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final int BORN_FROM = 1935;
    private static final int BORN_BEFORE = 1956;

    private Papers() {}

    /** The body that registers a retired employee of the region with an active provincial card. */
    static String ofSomebodyNew(String region, RandomGenerator random) {
        String birthday = "%04d%02d%02d"
                .formatted(random.nextInt(BORN_FROM, BORN_BEFORE), random.nextInt(1, 13), random.nextInt(1, 29));
        String body = NOBODYS_REGION + birthday + digits(3, random);
        return """
            {"insuredRegion":"%s","personNumber":"%s","plan":"EMPLOYEE","personType":"RETIRED","name":"虚构人乙",\
            "identityNumber":"%s","insuranceStatus":"ACTIVE","householdRegistration":"%s",\
            "cards":[{"kind":"PROVINCIAL_CARD","number":"%s","issuedBy":"%s","state":"ACTIVE"}]}\
            """.formatted(
                        region,
                        NOBODYS_REGION + digits(14, random),
                        body + checkDigitOf(body),
                        region,
                        "999" + digits(7, random),
                        region);
    }

    /** The last character of an identity number (GB 11643). */
    static char checkDigitOf(String body) {
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
}
