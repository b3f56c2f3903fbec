package io.crosscare.settlement.intent.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.External.CorePayment;
import io.crosscare.settlement.chain.model.External.Manner;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.model.Intent.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An intent as it is stored. Public for the driver's record codec.
 *
 * @param state {@code OPEN} until the entry is written, {@code RECORDED} until its event is published, then {@code PUBLISHED};
 *     {@code ANSWERED} where another intent's entry fulfils it; {@code STOPPED} where a closed chain did not take it
 * @param kind of the entry that is wanted
 * @param counters of an opening; of a payment of the core system, what it moves
 * @param amountFen of a credit
 * @param original of a cancellation, the entry that is taken back; of an adjustment, the one that is replaced
 * @param reversed of a reversal, the key that is reversed
 * @param institution of a reversal, whose key it is
 * @param billHash of an adjustment, the rest of the bill
 * @param external of a payment of the core system
 * @param movedTo of a closing, as is {@code closedOn}
 * @param entry id of the entry that fulfils it, once it is written
 */
public record IntentDocument(
        @BsonId String id,
        String state,
        String kind,
        String personId,
        String insuredRegion,
        String key,
        @Nullable Map<String, Long> counters,
        @Nullable Long amountFen,
        @Nullable String original,
        @Nullable String reversed,
        @Nullable String institution,
        String reason,
        String by,
        Instant at,
        @Nullable String traceparent,
        @Nullable String entry,
        @Nullable String billHash,
        @Nullable ExternalPart external,
        @Nullable String movedTo,
        @Nullable String closedOn) {

    static final String OPEN = "OPEN";
    static final String RECORDED = "RECORDED";
    static final String PUBLISHED = "PUBLISHED";
    static final String ANSWERED = "ANSWERED";
    static final String STOPPED = "STOPPED";

    static String idOf(PersonId person, Key key) {
        return person.value() + "/" + key.value();
    }

    static IntentDocument of(Intent intent) {
        return switch (intent.content()) {
            case Content.OpeningContent opening -> of(intent, opening.counters().values(), null, null, null, null);
            case Content.CreditContent credit ->
                of(intent, null, credit.amount().fen(), null, null, null);
            case Content.ExternalContent paid ->
                of(intent, paid.moves().values(), null, null, null, null)
                        .with(null, ExternalPart.of(paid.payment()), null);
            case Content.ClosingContent closing ->
                of(intent, null, null, null, null, null).with(null, null, closing);
            case Content.CancellationContent cancellation ->
                of(intent, null, null, cancellation.original().value(), null, null);
            case Content.AdjustmentContent adjustment ->
                of(intent, null, null, adjustment.original().value(), null, null)
                        .with(adjustment.billHash(), null, null);
            case Content.ReversalContent reversal ->
                of(
                        intent,
                        null,
                        null,
                        null,
                        reversal.reversed().value(),
                        reversal.institution().value());
        };
    }

    private static IntentDocument of(
            Intent intent,
            @Nullable Map<String, Long> counters,
            @Nullable Long amountFen,
            @Nullable String original,
            @Nullable String reversed,
            @Nullable String institution) {
        return new IntentDocument(
                idOf(intent.person(), intent.key()),
                OPEN,
                intent.content().kind().name(),
                intent.person().value(),
                intent.insuredRegion().value(),
                intent.key().value(),
                counters,
                amountFen,
                original,
                reversed,
                institution,
                intent.reason(),
                intent.by(),
                intent.at(),
                intent.traceparent(),
                null,
                null,
                null,
                null,
                null);
    }

    private IntentDocument with(
            @Nullable String hash, @Nullable ExternalPart part, Content.@Nullable ClosingContent closing) {
        return new IntentDocument(
                id,
                state,
                kind,
                personId,
                insuredRegion,
                key,
                counters,
                amountFen,
                original,
                reversed,
                institution,
                reason,
                by,
                at,
                traceparent,
                entry,
                hash,
                part,
                closing == null ? null : closing.movedTo().value(),
                closing == null ? null : closing.closedOn().toString());
    }

    Intent toIntent() {
        return new Intent(
                new PersonId(personId),
                new RegionCode(insuredRegion),
                new Key(key),
                content(),
                reason,
                by,
                at,
                traceparent);
    }

    /** No entry of another ever fulfils a credit or a closing: before there was a word for it, those were called answered. */
    boolean isStopped() {
        return state.equals(STOPPED)
                || (state.equals(ANSWERED)
                        && (kind.equals(EntryKind.ACCOUNT_CREDIT.name()) || kind.equals(EntryKind.CLOSING.name())));
    }

    @Nullable
    Unpublished toUnpublished() {
        return entry == null ? null : new Unpublished(EntryId.parse(entry), traceparent);
    }

    private Content content() {
        return switch (EntryKind.valueOf(kind)) {
            case OPENING -> new Content.OpeningContent(Counters.of(require(counters)));
            case ACCOUNT_CREDIT -> new Content.CreditContent(Money.ofFen(require(amountFen)));
            case EXTERNAL -> new Content.ExternalContent(require(external).toPayment(), Counters.of(require(counters)));
            case CLOSING ->
                new Content.ClosingContent(new RegionCode(require(movedTo)), LocalDate.parse(require(closedOn)));
            case CANCELLATION -> new Content.CancellationContent(EntryId.parse(require(original)));
            case ADJUSTMENT -> new Content.AdjustmentContent(EntryId.parse(require(original)), require(billHash));
            case REVERSAL ->
                new Content.ReversalContent(new Key(require(reversed)), new InstitutionCode(require(institution)));
            case SETTLEMENT, VOID -> throw notAnIntent();
        };
    }

    /** See {@link CorePayment}. */
    public record ExternalPart(String coreNumber, long sequence, String manner, String occurredOn, String serviceType) {

        static ExternalPart of(CorePayment payment) {
            return new ExternalPart(
                    payment.coreNumber(),
                    payment.sequence(),
                    payment.manner().name(),
                    payment.occurredOn().toString(),
                    payment.serviceType().name());
        }

        CorePayment toPayment() {
            return new CorePayment(
                    coreNumber,
                    sequence,
                    Manner.valueOf(manner),
                    LocalDate.parse(occurredOn),
                    ServiceType.valueOf(serviceType));
        }
    }

    private <T> T require(@Nullable T part) {
        if (part == null) {
            throw notAnIntent();
        }
        return part;
    }

    private IllegalStateException notAnIntent() {
        return new IllegalStateException("the stored intent of a " + kind + " is not whole");
    }
}
