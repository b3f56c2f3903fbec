package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.Particulars;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Applications for tests: at the counter of the agency for Shanghai, with nothing stated, unless said otherwise. */
public final class Applications {

    private static final RegionCode SHANGHAI = new RegionCode("310000");

    private Applications() {}

    public static Decision decide(
            RegionRules rules, Particulars person, FilingCategory category, LocalDate from, @Nullable LocalDate to) {
        return rules.decide(new Application(
                person,
                category,
                SHANGHAI,
                from,
                to,
                FilingChannel.COUNTER,
                LodgerKind.AGENCY,
                StatedFacts.NONE,
                false));
    }

    /** With facts, by somebody, from a day on without an end. */
    public static Decision decide(
            RegionRules rules,
            Particulars person,
            FilingCategory category,
            LocalDate from,
            LodgerKind lodger,
            FilingChannel channel,
            StatedFacts facts) {
        return rules.decide(new Application(person, category, SHANGHAI, from, null, channel, lodger, facts, false));
    }

    /** On a promise. */
    public static Decision promise(RegionRules rules, Particulars person, FilingCategory category, LocalDate from) {
        return rules.decide(new Application(
                person,
                category,
                SHANGHAI,
                from,
                null,
                FilingChannel.COUNTER,
                LodgerKind.AGENCY,
                StatedFacts.NONE,
                true));
    }
}
