package io.crosscare.filing.lodging.mongo;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingState;
import io.crosscare.filing.lodging.model.FilingTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A filing as it is stored; public for the codec.
 *
 * @param number the person's filings are numbered from 1
 * @param receiptKey keyed hash of the caller's key
 * @param receiptContent keyed hash of what the request said
 * @param pending whether this version may still have to be published
 */
public record FilingDocument(
        @BsonId String id,
        String personId,
        int number,
        String insuredRegion,
        String careRegion,
        String category,
        String effectiveFrom,
        @Nullable String effectiveTo,
        String state,
        String channel,
        @Nullable String reason,
        Instant recordedAt,
        long version,
        String receiptKey,
        String receiptContent,
        boolean pending,
        @Nullable String traceparent,
        List<ChangeDocument> history) {

    /** A step of the history as it is stored. */
    public record ChangeDocument(
            String action, Instant at, String by, @Nullable String reason) {}

    static FilingDocument of(Filing filing, int number, Receipt receipt, @Nullable String traceparent) {
        FilingTerms terms = filing.terms();
        LocalDate to = terms.period().to();
        return new FilingDocument(
                filing.id().value(),
                terms.personId().value(),
                number,
                terms.insuredRegion().value(),
                terms.careRegion().value(),
                terms.category().name(),
                terms.period().from().toString(),
                to == null ? null : to.toString(),
                filing.state().name(),
                terms.channel().name(),
                terms.reason(),
                filing.recordedAt(),
                filing.version(),
                receipt.key(),
                receipt.content(),
                true,
                traceparent,
                filing.history().stream().map(FilingDocument::document).toList());
    }

    Filing toFiling() {
        return switch (FilingState.valueOf(state)) {
            case EFFECTIVE ->
                new Filing.Effective(
                        new FilingId(id),
                        terms(),
                        recordedAt,
                        version,
                        history.stream().map(FilingDocument::change).toList());
        };
    }

    Receipt receipt() {
        return new Receipt(receiptKey, receiptContent);
    }

    private FilingTerms terms() {
        LocalDate to = effectiveTo == null ? null : LocalDate.parse(effectiveTo);
        return new FilingTerms(
                new PersonId(personId),
                new RegionCode(insuredRegion),
                new RegionCode(careRegion),
                FilingCategory.valueOf(category),
                new FilingPeriod(LocalDate.parse(effectiveFrom), to),
                FilingChannel.valueOf(channel),
                reason);
    }

    private static ChangeDocument document(FilingChange change) {
        return new ChangeDocument(change.action().name(), change.at(), change.by(), change.reason());
    }

    private static FilingChange change(ChangeDocument document) {
        return new FilingChange(
                FilingChange.Action.valueOf(document.action()), document.at(), document.by(), document.reason());
    }
}
