package io.crosscare.correction.refusal.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A settlement that the rules refused: who, where, when and why. Holds no personal data, and the caller's key only as a hash.
 *
 * @param id the settlement service's own id of it; the same refusal always has the same
 * @param reason code of the rule that refused (design.md §3.6); kept as it came, also when this service does not know it
 * @param decidedOn the day the rule looked at, in China
 * @param traceId joins what every service logged about the same request
 * @param sequence dense per person, from 1
 */
public record Refusal(
        String id,
        PersonId person,
        @Nullable String visitId,
        InstitutionCode institution,
        RegionCode insuredRegion,
        @Nullable RegionCode careRegion,
        String serviceType,
        LocalDate serviceDate,
        String reason,
        @Nullable LocalDate decidedOn,
        @Nullable String keyHash,
        @Nullable String traceId,
        Instant refusedAt,
        long sequence) {}
