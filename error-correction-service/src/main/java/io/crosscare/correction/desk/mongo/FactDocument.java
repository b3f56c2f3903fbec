package io.crosscare.correction.desk.mongo;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.Fact;
import io.crosscare.correction.desk.model.Fact.CardStated;
import io.crosscare.correction.desk.model.Fact.ConnectionStated;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Fact.InstitutionAbsent;
import io.crosscare.correction.desk.model.Fact.InstitutionStated;
import io.crosscare.correction.desk.model.Fact.NothingFiled;
import io.crosscare.correction.desk.model.Fact.PersonStated;
import io.crosscare.correction.desk.model.Fact.PromiseStated;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Fact.Unanswered;
import io.crosscare.correction.desk.model.Fact.Undone;
import io.crosscare.correction.desk.model.Fact.UploadStated;
import io.crosscare.correction.desk.model.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it is stored: its kind and time, and the part that its kind has. Public for the driver's record codec, as are its
 * parts.
 */
public record FactDocument(
        String kind,
        Instant at,
        @Nullable SettledDocument settled,
        @Nullable UndoneDocument undone,
        @Nullable FiledDocument filed,
        @Nullable InstitutionDocument institution,
        @Nullable ConnectionDocument connection,
        @Nullable UnansweredDocument unanswered,
        @Nullable PersonDocument person,
        @Nullable PromiseDocument promise,
        @Nullable UploadDocument upload) {

    private static final String SETTLED = "SETTLED";
    private static final String UNDONE = "UNDONE";
    private static final String FILED = "FILED";
    private static final String NOTHING_FILED = "NOTHING_FILED";
    private static final String INSTITUTION = "INSTITUTION";
    private static final String INSTITUTION_ABSENT = "INSTITUTION_ABSENT";
    private static final String CONNECTION = "CONNECTION";
    private static final String UNANSWERED = "UNANSWERED";
    private static final String PERSON = "PERSON";
    private static final String PROMISE = "PROMISE";
    private static final String UPLOAD = "UPLOAD";

    /** See {@link Settled}; amounts in fen. */
    public record SettledDocument(
            String entry,
            long seq,
            long totalCost,
            long fundPay,
            long personalPay,
            @Nullable String filing,
            @Nullable String filingCategory,
            String decidedOn) {}

    /** See {@link Undone}. */
    public record UndoneDocument(String entry, long seq, String state, String settlement) {}

    /** See {@link Filed}. */
    public record FiledDocument(
            String filing,
            long version,
            String careRegion,
            String category,
            String effectiveFrom,
            @Nullable String effectiveTo,
            String state) {}

    /** See {@link InstitutionStated} and {@link InstitutionAbsent}. */
    public record InstitutionDocument(
            String code,
            @Nullable String name,
            @Nullable String region,
            @Nullable String level,
            @Nullable String status,
            long version) {}

    /** See {@link ConnectionStated}. */
    public record ConnectionDocument(
            boolean isOpen,
            @Nullable String reason,
            String message,
            String messageEn,
            String on,
            @Nullable String openFrom,
            @Nullable String row,
            long version,
            String source,
            String mark) {}

    /** See {@link Unanswered}. */
    public record UnansweredDocument(String from, int status) {}

    /** See {@link PersonStated}. */
    public record PersonDocument(String insuranceStatus, List<CardDocument> cards, long version) {}

    /** A card without its number. */
    public record CardDocument(String cardKind, String issuedBy, String state) {}

    /** See {@link PromiseStated}. */
    public record PromiseDocument(String filing, String dueOn, String state, long version) {}

    /** See {@link UploadStated}. */
    public record UploadDocument(String filing, long filingVersion, long acceptedVersion, String state, long version) {}

    static FactDocument of(Fact fact) {
        return switch (fact) {
            case Settled settled -> new Parts(SETTLED, fact).with(part(settled)).document();
            case Undone undone ->
                new Parts(UNDONE, fact)
                        .with(new UndoneDocument(undone.entryId(), undone.seq(), undone.state(), undone.settlementId()))
                        .document();
            case Filed filed -> new Parts(FILED, fact).with(part(filed)).document();
            case NothingFiled _ -> new Parts(NOTHING_FILED, fact).document();
            case InstitutionStated stated ->
                new Parts(INSTITUTION, fact)
                        .with(new InstitutionDocument(
                                stated.code(),
                                stated.name(),
                                stated.region(),
                                stated.level(),
                                stated.status(),
                                stated.version()))
                        .document();
            case InstitutionAbsent absent ->
                new Parts(INSTITUTION_ABSENT, fact)
                        .with(new InstitutionDocument(absent.code(), null, null, null, null, 0))
                        .document();
            case ConnectionStated stated ->
                new Parts(CONNECTION, fact).with(part(stated)).document();
            case Unanswered unanswered ->
                new Parts(UNANSWERED, fact)
                        .with(new UnansweredDocument(unanswered.from().name(), unanswered.status()))
                        .document();
            case PersonStated stated ->
                new Parts(PERSON, fact).with(part(stated)).document();
            case PromiseStated stated ->
                new Parts(PROMISE, fact)
                        .with(new PromiseDocument(
                                stated.filingId(), stated.dueOn().toString(), stated.state(), stated.version()))
                        .document();
            case UploadStated stated ->
                new Parts(UPLOAD, fact)
                        .with(new UploadDocument(
                                stated.filingId(),
                                stated.filingVersion(),
                                stated.acceptedVersion(),
                                stated.state(),
                                stated.version()))
                        .document();
        };
    }

    private static PersonDocument part(PersonStated stated) {
        return new PersonDocument(
                stated.insuranceStatus(),
                stated.cards().stream()
                        .map(card -> new CardDocument(card.kind(), card.issuedBy(), card.state()))
                        .toList(),
                stated.version());
    }

    Fact toFact() {
        return switch (kind) {
            case SETTLED -> toSettled();
            case UNDONE -> toUndone();
            case FILED -> toFiled();
            case NOTHING_FILED -> new NothingFiled(at);
            case INSTITUTION -> toInstitution();
            case INSTITUTION_ABSENT ->
                new InstitutionAbsent(required(institution).code(), at);
            case CONNECTION -> toConnection();
            case PERSON -> toPerson();
            case PROMISE ->
                new PromiseStated(
                        required(promise).filing(),
                        LocalDate.parse(required(promise).dueOn()),
                        required(promise).state(),
                        required(promise).version(),
                        at);
            case UPLOAD ->
                new UploadStated(
                        required(upload).filing(),
                        required(upload).filingVersion(),
                        required(upload).acceptedVersion(),
                        required(upload).state(),
                        required(upload).version(),
                        at);
            case UNANSWERED ->
                new Unanswered(
                        Source.valueOf(required(unanswered).from()),
                        required(unanswered).status(),
                        at);
            default -> throw new IllegalStateException("a stored fact of unknown kind " + kind);
        };
    }

    ScopeEntry toEntry() {
        if (toFact() instanceof ScopeEntry entry) {
            return entry;
        }
        throw new IllegalStateException("a stored fact of kind " + kind + " is no entry of a chain");
    }

    Settled toSettled() {
        SettledDocument part = required(settled);
        return new Settled(
                part.entry(),
                part.seq(),
                at,
                Money.ofFen(part.totalCost()),
                Money.ofFen(part.fundPay()),
                Money.ofFen(part.personalPay()),
                part.filing(),
                part.filingCategory(),
                LocalDate.parse(part.decidedOn()));
    }

    private PersonStated toPerson() {
        PersonDocument part = required(person);
        return new PersonStated(
                part.insuranceStatus(),
                part.cards().stream()
                        .map(card -> new CardStated(card.cardKind(), card.issuedBy(), card.state()))
                        .toList(),
                part.version(),
                at);
    }

    private Undone toUndone() {
        UndoneDocument part = required(undone);
        return new Undone(part.entry(), part.seq(), at, part.state(), part.settlement());
    }

    private Filed toFiled() {
        FiledDocument part = required(filed);
        return new Filed(
                part.filing(),
                part.version(),
                at,
                new RegionCode(part.careRegion()),
                part.category(),
                LocalDate.parse(part.effectiveFrom()),
                day(part.effectiveTo()),
                part.state());
    }

    private InstitutionStated toInstitution() {
        InstitutionDocument part = required(institution);
        return new InstitutionStated(
                part.code(),
                required(part.name()),
                required(part.region()),
                part.level(),
                required(part.status()),
                part.version(),
                at);
    }

    private ConnectionStated toConnection() {
        ConnectionDocument part = required(connection);
        return new ConnectionStated(
                part.isOpen(),
                part.reason(),
                part.message(),
                part.messageEn(),
                LocalDate.parse(part.on()),
                day(part.openFrom()),
                part.row(),
                part.version(),
                part.source(),
                part.mark(),
                at);
    }

    private static SettledDocument part(Settled settled) {
        return new SettledDocument(
                settled.entryId(),
                settled.seq(),
                settled.totalCost().fen(),
                settled.fundPay().fen(),
                settled.personalPay().fen(),
                settled.filingId(),
                settled.filingCategory(),
                settled.decidedOn().toString());
    }

    private static FiledDocument part(Filed filed) {
        return new FiledDocument(
                filed.filingId(),
                filed.version(),
                filed.careRegion().value(),
                filed.category(),
                filed.effectiveFrom().toString(),
                text(filed.effectiveTo()),
                filed.state());
    }

    private static ConnectionDocument part(ConnectionStated stated) {
        return new ConnectionDocument(
                stated.isOpen(),
                stated.reason(),
                stated.message(),
                stated.messageEn(),
                stated.on().toString(),
                text(stated.openFrom()),
                stated.rowId(),
                stated.version(),
                stated.source(),
                stated.mark());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private <T> T required(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("a stored fact of kind " + kind + " without its part");
        }
        return part;
    }

    /** A document that is being put together: a kind has one part, and all others are absent. */
    private static final class Parts {

        private final String kind;
        private final Instant at;
        private @Nullable Record part;

        Parts(String kind, Fact fact) {
            this.kind = kind;
            this.at = fact.at();
        }

        Parts with(Record its) {
            part = its;
            return this;
        }

        FactDocument document() {
            return new FactDocument(
                    kind,
                    at,
                    only(SettledDocument.class),
                    only(UndoneDocument.class),
                    only(FiledDocument.class),
                    only(InstitutionDocument.class),
                    only(ConnectionDocument.class),
                    only(UnansweredDocument.class),
                    only(PersonDocument.class),
                    only(PromiseDocument.class),
                    only(UploadDocument.class));
        }

        private <R extends Record> @Nullable R only(Class<R> type) {
            return type.isInstance(part) ? type.cast(part) : null;
        }
    }
}
