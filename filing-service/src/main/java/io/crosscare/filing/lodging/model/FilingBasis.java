package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.id.InstitutionCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filing rests on, and who brought it.
 *
 * @param vouchedFor facts nobody stated, which the agency that lodged it has seen
 * @param hospital the referring hospital where it lodged the filing
 * @param isLevelChecked whether the registry has the hospital that refers at the level that was stated
 */
public record FilingBasis(
        StatedFacts facts,
        Set<FactName> vouchedFor,
        LodgerKind lodger,
        @Nullable InstitutionCode hospital,
        boolean isLevelChecked) {

    /** Lodged by the agency, nothing stated. */
    public static final FilingBasis OF_AGENCY =
            new FilingBasis(StatedFacts.NONE, Set.of(), LodgerKind.AGENCY, null, false);

    public FilingBasis {
        vouchedFor = Set.copyOf(vouchedFor);
    }

    FilingBasis with(StatedFacts supplemented, Set<FactName> vouched, boolean isChecked) {
        return new FilingBasis(supplemented, vouched, lodger, hospital, isChecked);
    }
}
