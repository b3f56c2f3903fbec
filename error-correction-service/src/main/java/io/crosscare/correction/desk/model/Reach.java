package io.crosscare.correction.desk.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a common case concerns: the institutions of its patients, and the insured and care regions of those. Each of them sees the
 * case. Bounded; what is beyond still sees its own patients.
 */
public record Reach(Set<InstitutionCode> institutions, Set<RegionCode> regions) {

    /** Nobody's. */
    public static final Reach NONE = new Reach(Set.of(), Set.of());

    public static final int PARTIES_MAX = 2_000;

    public Reach {
        institutions = bounded(institutions.stream(), InstitutionCode::value);
        regions = bounded(regions.stream(), RegionCode::value);
    }

    /** Of one patient. */
    public static Reach of(InstitutionCode institution, RegionCode insuredRegion, RegionCode careRegion) {
        return new Reach(
                Set.of(institution), Stream.of(insuredRegion, careRegion).collect(Collectors.toUnmodifiableSet()));
    }

    Reach plus(Reach other) {
        return new Reach(union(institutions, other.institutions), union(regions, other.regions));
    }

    /** Whether the region, or one inside it, is among them. */
    public boolean isIn(RegionCode region) {
        return regions.stream().anyMatch(region::contains);
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Set<T> bounded(Stream<T> parties, Function<T, String> code) {
        return parties.sorted(Comparator.comparing(code)).limit(PARTIES_MAX).collect(Collectors.toUnmodifiableSet());
    }
}
