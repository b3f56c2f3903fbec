package io.crosscare.benchmark.load;

import io.crosscare.local.person.FictionalPerson;
import java.util.random.RandomGenerator;

/** What an agency says of somebody who cannot exist. */
public final class Papers {

    private static final int BORN_FROM = 1935;
    private static final int BORN_TO = 1955;

    private Papers() {}

    /** The body that registers a retired employee of the region with an active provincial card. */
    public static String ofSomebodyNew(String region, RandomGenerator random) {
        FictionalPerson papers = FictionalPerson.bornBetween(BORN_FROM, BORN_TO, random);
        return """
            {"insuredRegion":"%s","personNumber":"%s","plan":"EMPLOYEE","personType":"RETIRED","name":"%s",\
            "identityNumber":"%s","insuranceStatus":"ACTIVE","householdRegistration":"%s",\
            "cards":[{"kind":"PROVINCIAL_CARD","number":"%s","issuedBy":"%s","state":"ACTIVE"}]}\
            """.formatted(
                        region,
                        papers.personNumber(),
                        papers.name(),
                        papers.identityNumber(),
                        region,
                        papers.cardNumber(),
                        region);
    }
}
