package io.crosscare.filing.lodging.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an application states; null where it is silent.
 *
 * @param treatmentElsewhere whether the illness has to be treated elsewhere
 * @param materials codes of the papers shown, each once, in order
 */
public record StatedFacts(
        @Nullable Residence residence,
        @Nullable Employer employer,
        @Nullable Referral referral,
        @Nullable Boolean treatmentElsewhere,
        @Nullable List<String> materials) {

    public static final StatedFacts NONE = new StatedFacts(null, null, null, null, null);

    public StatedFacts {
        materials = materials == null
                ? null
                : materials.stream().distinct().sorted().toList();
    }

    /** Whether a hospital refers that was stated at this level. */
    public boolean isAtLevel(@Nullable InstitutionLevel level) {
        return referral != null && referral.level() == level;
    }

    /** These, and where they are silent the others. */
    public StatedFacts orElse(StatedFacts others) {
        return new StatedFacts(
                residence == null ? others.residence : residence,
                employer == null ? others.employer : employer,
                referral == null ? others.referral : referral,
                treatmentElsewhere == null ? others.treatmentElsewhere : treatmentElsewhere,
                materials == null ? others.materials : materials);
    }
}
