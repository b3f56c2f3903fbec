package io.crosscare.settlement.eligibility.message;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.eligibility.model.Direction;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.RegionScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An institution as the registry publishes it ({@code registry.institution.v1}). */
public record InstitutionMessage(
        String code,
        String name,
        String region,
        @Nullable String level,
        String status,
        @Nullable List<CapabilityMessage> capabilities,
        @Nullable List<SuspensionMessage> suspensions,
        long version)
        implements CopiedMessage {

    /** See {@link InstitutionFacts.Capability}. */
    public record CapabilityMessage(
            String name,
            List<String> serviceTypes,
            String direction,
            String counterpart,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        InstitutionFacts.Capability toFacts() {
            return new InstitutionFacts.Capability(
                    Objects.requireNonNull(name, "capability name"),
                    serviceTypes.stream().map(ServiceType::valueOf).collect(Collectors.toSet()),
                    Direction.valueOf(direction),
                    RegionScope.parse(counterpart),
                    from,
                    to);
        }
    }

    /** See {@link InstitutionFacts.Suspension}. */
    public record SuspensionMessage(
            LocalDate from, @Nullable LocalDate to) {

        InstitutionFacts.Suspension toFacts() {
            return new InstitutionFacts.Suspension(Objects.requireNonNull(from, "first day of a suspension"), to);
        }
    }

    @Override
    public InstitutionFacts toFacts() {
        List<CapabilityMessage> given = capabilities == null ? List.of() : capabilities;
        List<SuspensionMessage> closed = suspensions == null ? List.of() : suspensions;
        return new InstitutionFacts(
                new InstitutionCode(code),
                Objects.requireNonNull(name, "name"),
                new RegionCode(region),
                level == null ? null : InstitutionLevel.valueOf(level),
                Objects.requireNonNull(status, "status"),
                given.stream().map(CapabilityMessage::toFacts).toList(),
                closed.stream().map(SuspensionMessage::toFacts).toList(),
                version);
    }
}
