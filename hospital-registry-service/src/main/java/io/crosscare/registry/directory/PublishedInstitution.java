package io.crosscare.registry.directory;

import io.crosscare.registry.model.Capability;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.Marked;
import io.crosscare.registry.model.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An institution as the doors answer it and as {@code registry.institution.v1} carries it: one form. */
public record PublishedInstitution(
        String code,
        boolean codeProvisional,
        String name,
        String region,
        @Nullable String district,
        @Nullable String districtMark,
        String kind,
        @Nullable String level,
        @Nullable String levelMark,
        String status,
        List<Open> capabilities,
        String coverageMark,
        String source,
        long version) {

    public static PublishedInstitution of(Versioned<Institution> stored) {
        Institution institution = stored.value();
        var district = institution.district();
        var level = institution.level();
        return new PublishedInstitution(
                institution.code().value(),
                institution.isCodeProvisional(),
                institution.name(),
                institution.region().value(),
                district == null ? null : district.value().value(),
                markOf(district),
                institution.kind().name(),
                level == null ? null : level.value().name(),
                markOf(level),
                institution.status().name(),
                institution.capabilities().stream().map(Open::of).toList(),
                institution.coverage().zh(),
                institution.source(),
                stored.version());
    }

    private static @Nullable String markOf(@Nullable Marked<?> marked) {
        return marked == null ? null : marked.mark().zh();
    }

    /** A capability. */
    public record Open(
            String name,
            String nameZh,
            List<String> serviceTypes,
            String direction,
            String counterpart,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String source,
            String mark) {

        static Open of(Capability capability) {
            return new Open(
                    capability.name().name(),
                    capability.name().zh(),
                    capability.name().serviceTypes().stream().map(Enum::name).toList(),
                    capability.direction().name(),
                    capability.counterpart().text(),
                    capability.from(),
                    capability.to(),
                    capability.source(),
                    capability.mark().zh());
        }
    }
}
