package io.crosscare.correction.desk.mongo;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.Fact;
import io.crosscare.correction.desk.model.Fact.ConnectionStated;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Fact.InstitutionAbsent;
import io.crosscare.correction.desk.model.Fact.InstitutionStated;
import io.crosscare.correction.desk.model.Fact.NothingFiled;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Fact.Unanswered;
import io.crosscare.correction.desk.model.Fact.Undone;
import io.crosscare.correction.desk.model.Source;
import java.time.Instant;
import java.time.LocalDate;
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
        @Nullable UnansweredDocument unanswered) {

    private static final String SETTLED = "SETTLED";
    private static final String UNDONE = "UNDONE";
    private static final String FILED = "FILED";
    private static final String NOTHING_FILED = "NOTHING_FILED";
    private static final String INSTITUTION = "INSTITUTION";
    private static final String INSTITUTION_ABSENT = "INSTITUTION_ABSENT";
    private static final String CONNECTION = "CONNECTION";
    private static final String UNANSWERED = "UNANSWERED";

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

    static FactDocument of(Fact fact) {
        return switch (fact) {
            case Settled settled -> new FactDocument(SETTLED, fact.at(), part(settled), null, null, null, null, null);
            case Undone undone ->
                new FactDocument(
                        UNDONE,
                        fact.at(),
                        null,
                        new UndoneDocument(undone.entryId(), undone.seq(), undone.state(), undone.settlementId()),
                        null,
                        null,
                        null,
                        null);
            case Filed filed -> new FactDocument(FILED, fact.at(), null, null, part(filed), null, null, null);
            case NothingFiled _ -> new FactDocument(NOTHING_FILED, fact.at(), null, null, null, null, null, null);
            case InstitutionStated stated ->
                new FactDocument(
                        INSTITUTION,
                        fact.at(),
                        null,
                        null,
                        null,
                        new InstitutionDocument(
                                stated.code(),
                                stated.name(),
                                stated.region(),
                                stated.level(),
                                stated.status(),
                                stated.version()),
                        null,
                        null);
            case InstitutionAbsent absent ->
                new FactDocument(
                        INSTITUTION_ABSENT,
                        fact.at(),
                        null,
                        null,
                        null,
                        new InstitutionDocument(absent.code(), null, null, null, null, 0),
                        null,
                        null);
            case ConnectionStated stated ->
                new FactDocument(CONNECTION, fact.at(), null, null, null, null, part(stated), null);
            case Unanswered unanswered ->
                new FactDocument(
                        UNANSWERED,
                        fact.at(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        new UnansweredDocument(unanswered.from().name(), unanswered.status()));
        };
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
}
