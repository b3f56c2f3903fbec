package io.crosscare.registry.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A designated medical institution and what it is open for.
 *
 * @param isCodeProvisional whether the code is ours until the national one is known
 * @param region the pooling region it lies in
 * @param district where in the region; null when not known
 * @param level null when not known: whoever needs it must refuse, not guess (domain.md §2.1 no. 33)
 * @param coverage how firm it is that it is open for nothing else: a list may be of one kind of care only
 * @param source where the institution and its marks are printed
 */
public record Institution(
        InstitutionCode code,
        boolean isCodeProvisional,
        String name,
        RegionCode region,
        @Nullable Marked<RegionCode> district,
        InstitutionKind kind,
        @Nullable Marked<InstitutionLevel> level,
        InstitutionStatus status,
        List<Capability> capabilities,
        Mark coverage,
        String source) {

    public Institution {
        capabilities = List.copyOf(capabilities);
    }

    /** The firmest capability by which it takes a person insured in the region for this care on this day. */
    public Optional<Capability> capabilityFor(RegionCode insuredRegion, ServiceType serviceType, LocalDate on) {
        return capabilities.stream()
                .filter(capability -> capability.serves(insuredRegion, region, serviceType, on))
                .min((one, other) -> one.mark().compareTo(other.mark()));
    }

    /** Whether it lies in the region, as far as its district is known. */
    public boolean isIn(RegionCode wanted) {
        return wanted.contains(region) || (district != null && wanted.contains(district.value()));
    }
}
