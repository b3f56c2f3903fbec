package io.crosscare.settlement.eligibility.message;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import java.util.Objects;

/** An agency as the registry publishes it ({@code registry.agency.v1}). */
public record AgencyMessage(String region, String name, String phone, long version) {

    /**
     * The facts in it.
     *
     * @throws IllegalArgumentException or {@link NullPointerException} when it does not hold them
     */
    public AgencyFacts toFacts() {
        return new AgencyFacts(
                new RegionCode(region),
                Objects.requireNonNull(name, "name"),
                Objects.requireNonNull(phone, "phone"),
                version);
    }
}
