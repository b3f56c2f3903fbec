package io.crosscare.filing.lodging.model;

import io.crosscare.filing.insured.model.InsurancePlan;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A paper an application needs, in the words of the source.
 *
 * @param code stable name
 * @param plans who needs it; empty: everybody
 * @param channels where it is asked for; empty: everywhere
 * @param ground the ground of residence it proves; null: whatever the ground
 */
public record Material(
        String code,
        String zh,
        String en,
        Set<InsurancePlan> plans,
        Set<FilingChannel> channels,
        @Nullable ResidenceGround ground,
        Clause clause) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{2,39}");

    public Material {
        plans = Set.copyOf(plans);
        channels = Set.copyOf(channels);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("the code of a material is in capitals: " + code);
        }
    }

    boolean isNeededFor(Application application) {
        Residence residence = application.facts().residence();
        boolean isOfGround = ground == null || residence == null || residence.ground() == ground;
        return isOfGround
                && (plans.isEmpty() || plans.contains(application.person().plan()))
                && (channels.isEmpty() || channels.contains(application.channel()));
    }
}
