package io.crosscare.correction.desk.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settlement that the rules refused, or that a fault stopped: who, where, when and why. Holds no personal data, and the
 * caller's key only as a hash.
 *
 * @param id the settlement service's own name for it
 * @param sequence dense per person, from 1
 * @param decidedOn the day the rule looked at, in China
 * @param refusedAt when it was recorded there
 * @param dayRule why that day; null where filings did not decide
 * @param settlementId the live settlement that stood in the way; null for every other reason
 * @param plan the person's, which the registry has to be told when it is asked; null where it was not known
 * @param traceId joins what every service logged about the same request
 * @param arrival how the request had come in; null where it did not come through the gateway
 * @param peer the service that gave no answer; null unless that stopped it
 * @param until last day of a settlement on the way of a stay; null where it was none
 */
public record Refusal(
        String id,
        long sequence,
        CaseSubject subject,
        InstitutionCode institution,
        RegionCode insuredRegion,
        RegionCode careRegion,
        String serviceType,
        LocalDate serviceDate,
        LocalDate decidedOn,
        Instant refusedAt,
        Statement statement,
        @Nullable DayRule dayRule,
        @Nullable String settlementId,
        @Nullable String plan,
        KnownVersions known,
        @Nullable String keyHash,
        @Nullable String traceId,
        @Nullable Arrival arrival,
        @Nullable String peer,
        @Nullable LocalDate until) {

    /** The order in which they were recorded. */
    public static final Comparator<Refusal> IN_ORDER =
            Comparator.comparing(Refusal::refusedAt).thenComparingLong(Refusal::sequence);

    public Refusal {
        if (sequence < 1) {
            throw new IllegalArgumentException("refusals are numbered from 1");
        }
    }

    /** Where no silent service stopped it, and no settlement on the way. */
    public Refusal(
            String id,
            long sequence,
            CaseSubject subject,
            InstitutionCode institution,
            RegionCode insuredRegion,
            RegionCode careRegion,
            String serviceType,
            LocalDate serviceDate,
            LocalDate decidedOn,
            Instant refusedAt,
            Statement statement,
            @Nullable DayRule dayRule,
            @Nullable String settlementId,
            @Nullable String plan,
            KnownVersions known,
            @Nullable String keyHash,
            @Nullable String traceId,
            @Nullable Arrival arrival) {
        this(
                id,
                sequence,
                subject,
                institution,
                insuredRegion,
                careRegion,
                serviceType,
                serviceDate,
                decidedOn,
                refusedAt,
                statement,
                dayRule,
                settlementId,
                plan,
                known,
                keyHash,
                traceId,
                arrival,
                null,
                null);
    }

    /** What the cashier read. */
    public record Statement(
            String message,
            @Nullable String messageEn,
            @Nullable String nextStep,
            @Nullable String nextStepEn,
            @Nullable Responsible responsible) {}

    /**
     * Which day has to lie inside a filing.
     *
     * @param mark how far the rule is vouched for
     */
    public record DayRule(String rule, String zh, String en, String source, String mark) {}

    /**
     * Who can mend it.
     *
     * @param phone null where none is known
     */
    public record Responsible(
            String name, @Nullable String region, @Nullable String phone) {}

    /** Which versions of other services' records had decided; null where there was no copy. */
    public record KnownVersions(
            @Nullable Long institution, @Nullable Long person, List<FilingVersion> filings) {

        public KnownVersions {
            filings = List.copyOf(filings);
        }
    }

    /** A filing that was known. */
    public record FilingVersion(String id, long version) {}

    /** Through which door of the gateway the request came, and when. */
    public record Arrival(String door, Instant receivedAt) {}
}
