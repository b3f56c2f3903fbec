package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.Particulars;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a region's rules are asked about: this person, for that place and cause, by such a way, with such facts.
 *
 * @param registeredLevel of the hospital that refers, as the registry has it; null where it does not know
 * @param isPromise whether the papers are promised for later (承诺补充制)
 */
public record Application(
        Particulars person,
        FilingCategory category,
        RegionCode careRegion,
        LocalDate from,
        @Nullable LocalDate to,
        FilingChannel channel,
        LodgerKind lodger,
        StatedFacts facts,
        @Nullable InstitutionLevel registeredLevel,
        boolean isPromise) {

    /** One whose referring hospital the registry does not know. */
    public Application(
            Particulars person,
            FilingCategory category,
            RegionCode careRegion,
            LocalDate from,
            @Nullable LocalDate to,
            FilingChannel channel,
            LodgerKind lodger,
            StatedFacts facts,
            boolean isPromise) {
        this(person, category, careRegion, from, to, channel, lodger, facts, null, isPromise);
    }
}
