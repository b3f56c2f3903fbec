package io.crosscare.settlement.eligibility.message;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An agency as the registry publishes it ({@code registry.agency.v1}). */
public record AgencyMessage(
        String region, String name, String phone, @Nullable List<HotlineMessage> hotlines, long version)
        implements CopiedMessage {

    /** See {@link AgencyFacts.Hotline}. */
    public record HotlineMessage(String topic, String phone) {

        AgencyFacts.Hotline toFacts() {
            return new AgencyFacts.Hotline(
                    Objects.requireNonNull(topic, "hotline topic"), Objects.requireNonNull(phone, "hotline phone"));
        }
    }

    @Override
    public AgencyFacts toFacts() {
        List<HotlineMessage> given = hotlines == null ? List.of() : hotlines;
        return new AgencyFacts(
                new RegionCode(region),
                Objects.requireNonNull(name, "name"),
                Objects.requireNonNull(phone, "phone"),
                given.stream().map(HotlineMessage::toFacts).toList(),
                version);
    }
}
