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
 * @param suspensions in the order of their first days, none overlapping another
 * @param outages in the order in which they were announced
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
        List<Capability> capabilities,
        Mark coverage,
        List<Suspension> suspensions,
        List<Outage> outages,
        String source) {

    public Institution {
        capabilities = List.copyOf(capabilities);
        suspensions = List.copyOf(suspensions);
        outages = List.copyOf(outages);
    }

    /** The firmest capability by which it takes a person insured in the region for this care on this day. */
    public Optional<Capability> capabilityFor(RegionCode insuredRegion, ServiceType serviceType, LocalDate on) {
        return capabilities.stream()
                .filter(capability -> capability.serves(insuredRegion, region, serviceType, on))
                .min((one, other) -> one.mark().compareTo(other.mark()));
    }

    /** The suspension in force on the day. */
    public Optional<Suspension> suspensionOn(LocalDate day) {
        return suspensions.stream()
                .filter(suspension -> suspension.isInForceOn(day))
                .findFirst();
    }

    public InstitutionStatus statusOn(LocalDate day) {
        return suspensionOn(day).isPresent() ? InstitutionStatus.SUSPENDED : InstitutionStatus.OPEN;
    }

    /** Whether it lies in the region, as far as its district is known. */
    public boolean isIn(RegionCode wanted) {
        return wanted.contains(region) || (district != null && wanted.contains(district.value()));
    }

    /** The same with other days on which it takes nobody, in the order of their first days. */
    public Institution withSuspensions(List<Suspension> others) {
        List<Suspension> inOrder = others.stream()
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
        return new Institution(
                code,
                isCodeProvisional,
                name,
                region,
                district,
                kind,
                level,
                capabilities,
                coverage,
                inOrder,
                outages,
                source);
    }

    /** The same with other announcements. */
    public Institution withOutages(List<Outage> others) {
        return new Institution(
                code,
                isCodeProvisional,
                name,
                region,
                district,
                kind,
                level,
                capabilities,
                coverage,
                suspensions,
                others,
                source);
    }
}
