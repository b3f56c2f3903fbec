package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.region.RegionCode;
import java.util.List;
import java.util.Optional;

/**
 * A medical insurance agency: whom a refusal sends people to.
 *
 * @param hotlines further phones of its region
 */
public record AgencyFacts(RegionCode region, String name, String phone, List<Hotline> hotlines, long version)
        implements CopiedRecord {

    private static final String CARD = "卡";

    public AgencyFacts {
        hotlines = List.copyOf(hotlines);
    }

    /** A phone and what it is for, as printed. */
    public record Hotline(String topic, String phone) {}

    /** Where cards are asked about. */
    public Optional<Hotline> cardHotline() {
        return hotlines.stream()
                .filter(hotline -> hotline.topic().contains(CARD))
                .findFirst();
    }

    @Override
    public String recordId() {
        return region.value();
    }
}
