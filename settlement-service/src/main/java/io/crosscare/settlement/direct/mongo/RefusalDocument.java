package io.crosscare.settlement.direct.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.observability.Arrival;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.BilledItem;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.direct.Refusals.StoredRefusal;
import io.crosscare.settlement.direct.model.DecidingCopies;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import io.crosscare.settlement.eligibility.model.DatedRule;
import io.crosscare.settlement.eligibility.model.FilingDay;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.eligibility.model.Responsible;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A refusal as it is stored; {@code p} is the person, {@code s} its place. Public for the driver's record codec. */
public record RefusalDocument(
        @BsonId String id,
        String p,
        long s,
        String visit,
        String scope,
        @Nullable String until,
        String institution,
        String insuredRegion,
        String careRegion,
        String serviceType,
        String serviceDate,
        String reason,
        String message,
        String messageEn,
        String decidedOn,
        @Nullable String settlement,
        @Nullable DayRuleDocument dayRule,
        @Nullable LineDocument line,
        ResponsibleDocument responsible,
        CopiesDocument copies,
        String keyHash,
        @Nullable String traceId,
        @Nullable String traceparent,
        @Nullable String door,
        @Nullable Instant receivedAt,
        Instant at,
        boolean pending) {

    /** See {@link Responsible}. */
    public record ResponsibleDocument(
            String name, String region, @Nullable String phone) {

        private static ResponsibleDocument of(Responsible responsible) {
            return new ResponsibleDocument(responsible.name(), responsible.region(), responsible.phone());
        }

        private Responsible toResponsible() {
            return new Responsible(name, region, phone);
        }
    }

    /** See {@link BilledItem}. */
    public record LineDocument(int number, String itemCode) {

        private static LineDocument of(BilledItem line) {
            return new LineDocument(line.lineNumber(), line.itemCode());
        }

        private BilledItem toLine() {
            return new BilledItem(number, itemCode);
        }
    }

    /** See {@link DatedRule}. */
    public record DayRuleDocument(
            @Nullable String from, String rule, String zh, String en, String source, String confidence) {

        private static DayRuleDocument of(DatedRule<FilingDay> rule) {
            LocalDate from = rule.from();
            return new DayRuleDocument(
                    from == null ? null : from.toString(),
                    rule.rule().name(),
                    rule.wording().zh(),
                    rule.wording().en(),
                    rule.source(),
                    rule.confidence().name());
        }

        private DatedRule<FilingDay> toRule() {
            return new DatedRule<>(
                    from == null ? null : LocalDate.parse(from),
                    FilingDay.valueOf(rule),
                    new Wording(zh, en),
                    source,
                    Confidence.valueOf(confidence));
        }
    }

    /** See {@link DecidingCopies}. */
    public record CopiesDocument(
            @Nullable String plan,
            @Nullable Long institution,
            @Nullable Long person,
            List<FilingDocument> filings) {

        /** A filing. */
        public record FilingDocument(String id, long version) {}

        private static CopiesDocument of(DecidingCopies copies) {
            InsurancePlan plan = copies.plan();
            return new CopiesDocument(
                    plan == null ? null : plan.name(),
                    copies.institutionVersion(),
                    copies.personVersion(),
                    copies.filings().stream()
                            .map(filing -> new FilingDocument(filing.id(), filing.version()))
                            .toList());
        }

        private DecidingCopies toCopies() {
            return new DecidingCopies(
                    plan == null ? null : InsurancePlan.valueOf(plan),
                    institution,
                    person,
                    filings.stream()
                            .map(filing -> new DecidingCopies.FilingVersion(filing.id(), filing.version()))
                            .toList());
        }
    }

    /** What is known of the request that was refused, beside what it asked. */
    record Origin(
            @Nullable String traceId,
            @Nullable String traceparent,
            @Nullable Arrival arrival) {}

    static String idOf(PersonId person, long seq) {
        return person.value() + ":r" + seq;
    }

    static RefusalDocument of(RefusedSettlement refused, long seq, Origin origin) {
        EntryId settlement = refused.refusal().settlement();
        DatedRule<FilingDay> dayRule = refused.refusal().dayRule();
        BilledItem line = refused.refusal().line();
        Arrival arrival = origin.arrival();
        LocalDate until = refused.until();
        return new RefusalDocument(
                idOf(refused.person(), seq),
                refused.person().value(),
                seq,
                refused.visit().value(),
                refused.scope().text(),
                until == null ? null : until.toString(),
                refused.institution().value(),
                refused.insuredRegion().value(),
                refused.careRegion().value(),
                refused.serviceType().name(),
                refused.serviceDate().toString(),
                refused.reason().name(),
                refused.refusal().message().zh(),
                refused.refusal().message().en(),
                refused.decidedOn().toString(),
                settlement == null ? null : settlement.value(),
                dayRule == null ? null : DayRuleDocument.of(dayRule),
                line == null ? null : LineDocument.of(line),
                ResponsibleDocument.of(refused.responsible()),
                CopiesDocument.of(refused.copies()),
                refused.keyHash().value(),
                origin.traceId(),
                origin.traceparent(),
                arrival == null ? null : arrival.door(),
                arrival == null ? null : arrival.receivedAt(),
                refused.at(),
                true);
    }

    StoredRefusal toStored() {
        RefusedSettlement refused = new RefusedSettlement(
                new PersonId(p),
                new VisitId(visit),
                Scope.parse(scope),
                until == null ? null : LocalDate.parse(until),
                new InstitutionCode(institution),
                new RegionCode(insuredRegion),
                new RegionCode(careRegion),
                ServiceType.valueOf(serviceType),
                LocalDate.parse(serviceDate),
                toRefusal(),
                responsible.toResponsible(),
                copies.toCopies(),
                new ContentHash(keyHash),
                at);
        return new StoredRefusal(id, s, refused, traceId, traceparent, door, receivedAt);
    }

    private Refusal toRefusal() {
        return new Refusal(
                RefusalReason.valueOf(reason),
                new Wording(message, messageEn),
                LocalDate.parse(decidedOn),
                settlement == null ? null : EntryId.parse(settlement),
                dayRule == null ? null : dayRule.toRule(),
                line == null ? null : line.toLine());
    }
}
