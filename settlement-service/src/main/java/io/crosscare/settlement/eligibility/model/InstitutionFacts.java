package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.ServiceType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An institution as the registry published it.
 *
 * @param region the pooling region it lies in
 * @param level null where nobody knows it; who needs it refuses, and never guesses (domain.md §2.1 no. 33)
 * @param status on the day it was published; where it names no suspensions, only {@code OPEN} takes part
 * @param suspensions days on which it takes nobody
 */
public record InstitutionFacts(
        InstitutionCode code,
        String name,
        RegionCode region,
        @Nullable InstitutionLevel level,
        String status,
        List<Capability> capabilities,
        List<Suspension> suspensions,
        long version)
        implements CopiedRecord {

    private static final String OPEN = "OPEN";

    public InstitutionFacts {
        capabilities = List.copyOf(capabilities);
        suspensions = List.copyOf(suspensions);
    }

    /** One that was never suspended. */
    public InstitutionFacts(
            InstitutionCode code,
            String name,
            RegionCode region,
            @Nullable InstitutionLevel level,
            String status,
            List<Capability> capabilities,
            long version) {
        this(code, name, region, level, status, capabilities, List.of(), version);
    }

    /**
     * Days on which it settles directly with nobody; the day of a stay is its admission.
     *
     * @param to last day, null until it is lifted
     */
    public record Suspension(LocalDate from, @Nullable LocalDate to) {

        boolean isInForceOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * One thing it is open for.
     *
     * @param counterpart where its visitors are insured
     * @param from first day, null when always
     * @param to last day, null when it goes on
     */
    public record Capability(
            String name,
            Set<ServiceType> serviceTypes,
            Direction direction,
            RegionScope counterpart,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public Capability {
            serviceTypes = Set.copyOf(serviceTypes);
        }

        boolean isInForceOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    boolean isOpenOn(LocalDate day) {
        return suspensions.isEmpty()
                ? status.equals(OPEN)
                : suspensions.stream().noneMatch(suspension -> suspension.isInForceOn(day));
    }

    boolean serves(RegionCode insuredRegion, ServiceType connection, LocalDate day) {
        return capabilities.stream()
                .anyMatch(capability -> capability.direction() == Direction.INBOUND
                        && capability.serviceTypes().contains(connection)
                        && capability.counterpart().covers(insuredRegion, region)
                        && capability.isInForceOn(day));
    }

    @Override
    public String recordId() {
        return code.value();
    }
}
