package io.crosscare.filing.lodging.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.Filings.Kept;
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.model.Ending;
import io.crosscare.filing.lodging.model.FactName;
import io.crosscare.filing.lodging.model.FieldDifference;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingBasis;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.FilingContent;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingState;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.FilingVersion;
import io.crosscare.filing.lodging.model.LodgerKind;
import io.crosscare.filing.lodging.model.Promise;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import io.crosscare.filing.lodging.model.StatedFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A filing as it is stored; public for the codec. What may be null was not there in earlier versions of the form.
 *
 * @param number of the person's, from 1; an array where more than one were taken for it
 * @param receiptKey keyed hash of the caller's key
 * @param receiptContent keyed hash of what the request said
 * @param pending whether this version may still have to be published
 * @param replacing whether it is handed in to take another's place and has not yet
 * @param promiseDueOn day after which a promise that is open is told to be overdue, {@link FilingContent#overdueAfter()}; null
 *     where none is
 * @param untold whether the feed of changes may lack versions; null where none was told yet
 * @param untoldVersions those it may lack, oldest first
 */
public record FilingDocument(
        @BsonId String id,
        String personId,
        BsonValue number,
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
        List<ChangeDocument> history,
        @Nullable BasisDocument basis,
        @Nullable PromiseDocument promise,
        @Nullable String promiseDueOn,
        @Nullable TreatmentDocument treatment,
        @Nullable String replaces,
        @Nullable Boolean replacing,
        @Nullable EndingDocument ending,
        @Nullable List<ActDocument> acts,
        @Nullable Boolean untold,
        @Nullable List<VersionDocument> untoldVersions) {

    /** A step of the history as it is stored. */
    public record ChangeDocument(
            String action,
            Instant at,
            String by,
            @Nullable String reason,
            @Nullable String from,
            @Nullable List<FieldDocument> fields) {}

    /** What a step changed, as it is stored. */
    public record FieldDocument(
            String field, @Nullable String before, @Nullable String after) {}

    /** What a filing rests on, as it is stored. */
    public record BasisDocument(
            @Nullable FactsDocument facts,
            List<String> vouchedFor,
            String lodger,
            @Nullable String hospital,
            @Nullable Boolean levelChecked) {}

    /** A promise as it is stored. */
    public record PromiseDocument(String dueOn, String state) {}

    /** A special treatment as it is stored. */
    public record TreatmentDocument(
            @Nullable String code, @Nullable String followUpOf, String state) {}

    /** An ending as it is stored. */
    public record EndingDocument(
            String cause,
            String from,
            boolean wasInForce,
            @Nullable String successor) {}

    /** A request that was carried out, as it is stored: keyed hashes. */
    public record ActDocument(String key, String content) {}

    static FilingDocument of(Kept kept, @Nullable String traceparent) {
        Filing filing = kept.filing();
        FilingContent content = filing.content();
        FilingTerms terms = filing.terms();
        LocalDate to = terms.period().to();
        FilingId replaces = content.replaces();
        return new FilingDocument(
                filing.id().value(),
                terms.personId().value(),
                document(kept.numbers()),
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
                kept.receipt().key(),
                kept.receipt().content(),
                true,
                traceparent,
                filing.history().stream().map(FilingDocument::document).toList(),
                document(content.basis()),
                document(content.promise()),
                dueOn(filing),
                document(content.treatment()),
                replaces == null ? null : replaces.value(),
                filing instanceof Filing.Submitted && replaces != null,
                filing instanceof Filing.Ended ended ? document(ended.ending()) : null,
                kept.acts().stream()
                        .map(act -> new ActDocument(act.key(), act.content()))
                        .toList(),
                true,
                kept.untold().stream().map(VersionDocument::of).toList());
    }

    Filing toFiling() {
        FilingContent content = content();
        return switch (FilingState.valueOf(state)) {
            case SUBMITTED -> new Filing.Submitted(content);
            case EFFECTIVE -> new Filing.Effective(content);
            case REJECTED -> new Filing.Rejected(content);
            case WITHDRAWN, LAPSED, REPLACED -> new Filing.Ended(content, requireEnding());
        };
    }

    Kept toKept() {
        List<ActDocument> all = acts == null ? List.of() : acts;
        Filing filing = toFiling();
        return new Kept(
                filing,
                numbers(),
                receipt(),
                all.stream().map(act -> new Receipt(act.key(), act.content())).toList(),
                untoldOf(filing));
    }

    private static BsonValue document(List<Integer> numbers) {
        List<BsonInt32> values = numbers.stream().map(BsonInt32::new).toList();
        return values.size() == 1 ? values.getFirst() : new BsonArray(values);
    }

    private List<Integer> numbers() {
        List<BsonValue> values = number.isArray() ? number.asArray().getValues() : List.of(number);
        return values.stream().map(value -> value.asNumber().intValue()).toList();
    }

    private List<FilingVersion> untoldOf(Filing filing) {
        if (Boolean.FALSE.equals(untold)) {
            return List.of();
        }
        List<VersionDocument> kept = untoldVersions;
        return kept == null
                ? IntStream.rangeClosed(1, filing.history().size())
                        .mapToObj(number -> FilingVersion.of(filing, number))
                        .toList()
                : kept.stream().map(VersionDocument::toVersion).toList();
    }

    Receipt receipt() {
        return new Receipt(receiptKey, receiptContent);
    }

    private FilingContent content() {
        return new FilingContent(
                new FilingId(id),
                terms(),
                basisOf(basis),
                promise == null
                        ? null
                        : new Promise(LocalDate.parse(promise.dueOn()), Promise.State.valueOf(promise.state())),
                treatment == null
                        ? null
                        : new SpecialTreatment(
                                treatment.code(),
                                treatment.followUpOf(),
                                SpecialTreatment.State.valueOf(treatment.state())),
                replaces == null ? null : new FilingId(replaces),
                recordedAt,
                version,
                history.stream()
                        .map(document -> change(document).ofFilingFrom(LocalDate.parse(effectiveFrom)))
                        .toList());
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

    private Ending requireEnding() {
        EndingDocument given = ending;
        if (given == null) {
            throw new IllegalStateException("filing " + id + " ended without an ending");
        }
        String successor = given.successor();
        return new Ending(
                Ending.Cause.valueOf(given.cause()),
                LocalDate.parse(given.from()),
                given.wasInForce(),
                successor == null ? null : new FilingId(successor));
    }

    private static @Nullable String dueOn(Filing filing) {
        return filing instanceof Filing.Effective
                ? filing.content().overdueAfter().map(LocalDate::toString).orElse(null)
                : null;
    }

    private static @Nullable BasisDocument document(FilingBasis basis) {
        if (basis.equals(FilingBasis.OF_AGENCY)) {
            return null;
        }
        InstitutionCode hospital = basis.hospital();
        return new BasisDocument(
                FactsDocument.of(basis.facts()),
                basis.vouchedFor().stream().map(Enum::name).sorted().toList(),
                basis.lodger().name(),
                hospital == null ? null : hospital.value(),
                basis.isLevelChecked());
    }

    private static FilingBasis basisOf(@Nullable BasisDocument document) {
        if (document == null) {
            return FilingBasis.OF_AGENCY;
        }
        FactsDocument facts = document.facts();
        String hospital = document.hospital();
        Set<FactName> vouchedFor =
                document.vouchedFor().stream().map(FactName::valueOf).collect(Collectors.toUnmodifiableSet());
        return new FilingBasis(
                facts == null ? StatedFacts.NONE : facts.toFacts(),
                vouchedFor,
                LodgerKind.valueOf(document.lodger()),
                hospital == null ? null : new InstitutionCode(hospital),
                Boolean.TRUE.equals(document.levelChecked()));
    }

    private static @Nullable PromiseDocument document(@Nullable Promise promise) {
        return promise == null
                ? null
                : new PromiseDocument(
                        promise.dueOn().toString(), promise.state().name());
    }

    private static @Nullable TreatmentDocument document(@Nullable SpecialTreatment treatment) {
        return treatment == null
                ? null
                : new TreatmentDocument(
                        treatment.code(),
                        treatment.followUpOf(),
                        treatment.state().name());
    }

    private static EndingDocument document(Ending ending) {
        FilingId successor = ending.successor();
        return new EndingDocument(
                ending.cause().name(),
                ending.from().toString(),
                ending.wasInForce(),
                successor == null ? null : successor.value());
    }

    private static ChangeDocument document(FilingChange change) {
        LocalDate from = change.from();
        return new ChangeDocument(
                change.action().name(),
                change.at(),
                change.by(),
                change.reason(),
                from == null ? null : from.toString(),
                change.fields().stream()
                        .map(field -> new FieldDocument(field.field(), field.before(), field.after()))
                        .toList());
    }

    private static FilingChange change(ChangeDocument document) {
        String from = document.from();
        List<FieldDocument> fields = document.fields();
        return new FilingChange(
                FilingChange.Action.valueOf(document.action()),
                document.at(),
                document.by(),
                document.reason(),
                from == null ? null : LocalDate.parse(from),
                fields == null
                        ? List.of()
                        : fields.stream()
                                .map(field -> new FieldDifference(field.field(), field.before(), field.after()))
                                .toList());
    }
}
