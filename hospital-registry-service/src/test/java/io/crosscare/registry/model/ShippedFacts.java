package io.crosscare.registry.model;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.seed.SeedFacts;
import java.util.Set;

/** The facts as shipped, for tests that judge the rules on them. */
public final class ShippedFacts {

    private static final SeedFacts FACTS =
            SeedFacts.shipped(Set.of(new RegionCode("321100"), new RegionCode("320100")));

    private ShippedFacts() {}

    public static SeedFacts facts() {
        return FACTS;
    }

    public static Connectivity connectivity() {
        return new Connectivity(FACTS.connectivity());
    }

    public static Institution institution(String name) {
        return FACTS.institutions().stream()
                .filter(institution -> institution.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not shipped: " + name));
    }
}
