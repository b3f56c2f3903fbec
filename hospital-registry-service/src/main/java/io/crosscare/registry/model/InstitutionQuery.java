package io.crosscare.registry.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which institutions are wanted; a null criterion excludes none. Capability, counterpart and day must be met together, by
 * one capability, and by an institution that is not suspended on the day.
 *
 * @param name part of the name, in Chinese or in pinyin
 * @param region where it is: a province, a city or a district
 * @param counterpart where a visitor is insured
 */
public record InstitutionQuery(
        @Nullable String name,
        @Nullable RegionCode region,
        @Nullable InstitutionLevel level,
        @Nullable InstitutionKind kind,
        @Nullable CapabilityKind capability,
        @Nullable RegionCode counterpart,
        @Nullable LocalDate on) {

    /**
     * Whether the institution is wanted.
     *
     * @param spoken how its name is spoken, for a name that is asked for in Latin letters
     */
    public boolean matches(Institution institution, SpokenName spoken) {
        return (name == null || institution.name().contains(name) || spoken.isWritten(name))
                && (region == null || institution.isIn(region))
                && (level == null || hasLevel(institution, level))
                && (kind == null || institution.kind() == kind)
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
        if (on != null && institution.suspensionOn(on).isPresent()) {
            return false;
        }
        return institution.capabilities().stream()
                .anyMatch(open -> (capability == null || open.kind().equals(capability))
                        && (counterpart == null || open.counterpart().covers(counterpart, institution.region()))
                        && (on == null || open.isInForceOn(on)));
    }
}
