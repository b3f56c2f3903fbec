package io.crosscare.correction.desk.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Refusal.Arrival;
import io.crosscare.correction.desk.model.Refusal.DayRule;
import io.crosscare.correction.desk.model.Refusal.FilingVersion;
import io.crosscare.correction.desk.model.Refusal.KnownVersions;
import io.crosscare.correction.desk.model.Refusal.Responsible;
import io.crosscare.correction.desk.model.Refusal.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal as it is stored in its case, which says whose it is and why. Public for the driver's record codec. */
public record RefusalDocument(
        String refusalId,
        long sequence,
        String institution,
        String insuredRegion,
        String careRegion,
        String serviceType,
        String serviceDate,
        String decidedOn,
        Instant refusedAt,
        String message,
        @Nullable String messageEn,
        @Nullable String nextStep,
        @Nullable String nextStepEn,
        @Nullable ResponsibleDocument responsible,
        @Nullable DayRuleDocument dayRule,
        @Nullable String settlementId,
        @Nullable String plan,
        KnownDocument known,
        @Nullable String keyHash,
        @Nullable String traceId,
        @Nullable String door,
        @Nullable Instant receivedAt,
        @Nullable String peer,
        @Nullable String until) {

    /** See {@link Responsible}. */
    public record ResponsibleDocument(
            String name, @Nullable String region, @Nullable String phone) {}

    /** See {@link DayRule}. */
    public record DayRuleDocument(String rule, String zh, String en, String source, String mark) {

        private static DayRuleDocument of(DayRule rule) {
            return new DayRuleDocument(rule.rule(), rule.zh(), rule.en(), rule.source(), rule.mark());
        }

        private DayRule toRule() {
            return new DayRule(rule, zh, en, source, mark);
        }
    }

    /** See {@link KnownVersions}. */
    public record KnownDocument(
            @Nullable Long institution, @Nullable Long person, List<FilingVersionDocument> filings) {}

    /** See {@link FilingVersion}. */
    public record FilingVersionDocument(String filingId, long version) {}

    static RefusalDocument of(Refusal refusal) {
        Statement statement = refusal.statement();
        Responsible responsible = statement.responsible();
        DayRule dayRule = refusal.dayRule();
        Arrival arrival = refusal.arrival();
        LocalDate until = refusal.until();
        return new RefusalDocument(
                refusal.id(),
                refusal.sequence(),
                refusal.institution().value(),
                refusal.insuredRegion().value(),
                refusal.careRegion().value(),
                refusal.serviceType(),
                refusal.serviceDate().toString(),
                refusal.decidedOn().toString(),
                refusal.refusedAt(),
                statement.message(),
                statement.messageEn(),
                statement.nextStep(),
                statement.nextStepEn(),
                responsible == null
                        ? null
                        : new ResponsibleDocument(responsible.name(), responsible.region(), responsible.phone()),
                dayRule == null ? null : DayRuleDocument.of(dayRule),
                refusal.settlementId(),
                refusal.plan(),
                known(refusal.known()),
                refusal.keyHash(),
                refusal.traceId(),
                arrival == null ? null : arrival.door(),
                arrival == null ? null : arrival.receivedAt(),
                refusal.peer(),
                until == null ? null : until.toString());
    }

    Refusal toRefusal(CaseSubject subject) {
        return new Refusal(
                refusalId,
                sequence,
                subject,
                new InstitutionCode(institution),
                new RegionCode(insuredRegion),
                new RegionCode(careRegion),
                serviceType,
                LocalDate.parse(serviceDate),
                LocalDate.parse(decidedOn),
                refusedAt,
                statement(),
                dayRule == null ? null : dayRule.toRule(),
                settlementId,
                plan,
                new KnownVersions(
                        known.institution(),
                        known.person(),
                        known.filings().stream()
                                .map(filing -> new FilingVersion(filing.filingId(), filing.version()))
                                .toList()),
                keyHash,
                traceId,
                door == null || receivedAt == null ? null : new Arrival(door, receivedAt),
                peer,
                until == null ? null : LocalDate.parse(until));
    }

    private Statement statement() {
        return new Statement(
                message,
                messageEn,
                nextStep,
                nextStepEn,
                responsible == null
                        ? null
                        : new Responsible(responsible.name(), responsible.region(), responsible.phone()));
    }

    private static KnownDocument known(KnownVersions known) {
        return new KnownDocument(
                known.institution(),
                known.person(),
                known.filings().stream()
                        .map(filing -> new FilingVersionDocument(filing.id(), filing.version()))
                        .toList());
    }
}
