package io.crosscare.registry.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which institutions are wanted; a null criterion excludes none. Capability, counterpart and day must be met together, by
 * one capability.
 *
 * @param name part of the name
 * @param region where it is: a province, a city or a district
 * @param counterpart where a visitor is insured
 */
public record InstitutionQuery(
        @Nullable String name,
        @Nullable RegionCode region,
        @Nullable InstitutionLevel level,
        @Nullable CapabilityName capability,
        @Nullable RegionCode counterpart,
        @Nullable LocalDate on) {

    public boolean matches(Institution institution) {
        return (name == null || institution.name().contains(name))
                && (region == null || institution.isIn(region))
                && (level == null || hasLevel(institution, level))
                && (!asksForCapability() || hasCapability(institution));
    }

    private static boolean hasLevel(Institution institution, InstitutionLevel wanted) {
        Marked<InstitutionLevel> level = institution.level();
        return level != null && level.value() == wanted;
    }

    private boolean asksForCapability() {
        return capability != null || counterpart != null || on != null;
    }

    private boolean hasCapability(Institution institution) {
        return institution.capabilities().stream()
                .anyMatch(open -> (capability == null || open.name() == capability)
                        && (counterpart == null || open.counterpart().covers(counterpart, institution.region()))
                        && (on == null || open.isInForceOn(on)));
    }
}
