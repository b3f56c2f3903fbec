package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Filings of one person for tests. */
public final class SomeFilings {

    public static final PersonId PERSON = new PersonId("p" + "a".repeat(26));
    public static final Instant RECORDED_AT = Instant.parse("2019-06-03T01:02:03.004Z");

    private SomeFilings() {}

    /** A filing of the person, named by one letter. */
    public static Filing filing(char name, String careRegion, String from, @Nullable String to) {
        return Filing.Effective.lodge(
                new FilingId("f" + String.valueOf(name).repeat(26)),
                terms(careRegion, from, to),
                "agency-zhenjiang",
                RECORDED_AT);
    }

    public static FilingTerms terms(String careRegion, String from, @Nullable String to) {
        return new FilingTerms(
                PERSON,
                new RegionCode("321100"),
                new RegionCode(careRegion),
                FilingCategory.RETIRED_RESETTLED,
                new FilingPeriod(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                FilingChannel.COUNTER,
                "补办");
    }
}
