package io.crosscare.filing.disclosure.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an agency, or the hospital that lodged a filing, read a person's data unmasked: who, when, through which door and what for. Never what was read.
 *
 * @param by the principal's subject
 * @param agencyRegion the region the agency speaks for, or where the hospital lies
 * @param door method and path, ids in braces
 * @param reason as given, numbers of persons masked
 * @param traceId joins it with the log lines of the request; null outside a trace
 */
public record PersonalDataRead(
        ReadId id,
        PersonId personId,
        String by,
        RegionCode agencyRegion,
        String door,
        String reason,
        Instant at,
        @Nullable String traceId) {}
