package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of {@code settlement.refusal.v1} that this service reads. */
record RefusalMessage(
        String id,
        String personId,
        String visitId,
        @Nullable String batch,
        @Nullable LocalDate until,
        String institutionCode,
        String insuredRegion,
        String careRegion,
        String serviceType,
        LocalDate serviceDate,
        String reason,
        String message,
        @Nullable String messageEn,
        @Nullable ResponsibleMessage responsible,
        @Nullable String nextStep,
        @Nullable String nextStepEn,
        LocalDate decidedOn,
        @Nullable DayRuleMessage dayRule,
        @Nullable String settlementId,
        @Nullable String plan,
        @Nullable KnownVersionsMessage knownVersions,
        @Nullable String keyHash,
        @Nullable String traceId,
        @Nullable String door,
        @Nullable Instant receivedAt,
        Instant at,
        long seq) {

    /** Who can mend it. */
    record ResponsibleMessage(
            String name, @Nullable String region, @Nullable String phone) {}

    /** Why that day decided. */
    record DayRuleMessage(String rule, String zh, String en, String source, String mark) {

        Refusal.DayRule toRule() {
            return new Refusal.DayRule(
                    Objects.requireNonNull(rule, "rule"),
                    Objects.requireNonNull(zh, "zh"),
                    Objects.requireNonNull(en, "en"),
                    Objects.requireNonNull(source, "source"),
                    Objects.requireNonNull(mark, "mark"));
        }
    }

    /** Versions of the copies that decided. */
    record KnownVersionsMessage(
            @Nullable Long institution,
            @Nullable Long person,
            @Nullable List<FilingVersionMessage> filings) {}

    /** A filing. */
    record FilingVersionMessage(String id, long version) {}

    /**
     * The refusal it tells of.
     *
     * @throws IllegalArgumentException or {@link NullPointerException} when it does not hold one
     */
    Refusal toRefusal() {
        return new Refusal(
                Objects.requireNonNull(id, "id"),
                seq,
                new CaseSubject(new VisitScope(new PersonId(personId), visitId, batch), new Reason(reason)),
                new InstitutionCode(institutionCode),
                new RegionCode(insuredRegion),
                new RegionCode(careRegion),
                Objects.requireNonNull(serviceType, "serviceType"),
                Objects.requireNonNull(serviceDate, "serviceDate"),
                Objects.requireNonNull(decidedOn, "decidedOn"),
                Objects.requireNonNull(at, "at"),
                new Refusal.Statement(
                        Objects.requireNonNull(message, "message"), messageEn, nextStep, nextStepEn, toResponsible()),
                dayRule == null ? null : dayRule.toRule(),
                settlementId,
                plan,
                toKnown(),
                keyHash,
                traceId,
                door == null || receivedAt == null ? null : new Refusal.Arrival(door, receivedAt),
                null,
                until);
    }

    private Refusal.@Nullable Responsible toResponsible() {
        return responsible == null
                ? null
                : new Refusal.Responsible(
                        Objects.requireNonNull(responsible.name(), "name"), responsible.region(), responsible.phone());
    }

    private Refusal.KnownVersions toKnown() {
        if (knownVersions == null) {
            return new Refusal.KnownVersions(null, null, List.of());
        }
        List<FilingVersionMessage> filings = knownVersions.filings();
        List<FilingVersionMessage> known = filings == null ? List.of() : filings;
        return new Refusal.KnownVersions(
                knownVersions.institution(),
                knownVersions.person(),
                known.stream()
                        .map(filing -> new Refusal.FilingVersion(
                                Objects.requireNonNull(filing.id(), "filing id"), filing.version()))
                        .toList());
    }
}
