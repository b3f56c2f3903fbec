package io.crosscare.correction.desk.mongo;

import io.crosscare.correction.deadline.model.Dues;
import io.crosscare.correction.desk.model.Act;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Comment.Receipt;
import io.crosscare.correction.desk.model.Handling;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Office;
import io.crosscare.correction.desk.model.Resolution;
import io.crosscare.correction.desk.model.Stage;
import io.crosscare.correction.desk.model.Standing;
import io.crosscare.correction.desk.model.Station;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work on a case as it is stored. Public for the driver's record codec, as are its parts.
 *
 * @param by who has taken it
 * @param sender who writes to an office outside
 * @param acts null where lists read it, which do not need them
 */
public record HandlingDocument(
        String stage,
        String level,
        String office,
        Instant arrivedAt,
        @Nullable DuesDocument dues,
        boolean reminded,
        boolean overdue,
        @Nullable AuthorDocument by,
        @Nullable OfficeDocument sender,
        @Nullable List<ActDocument> acts,
        @Nullable Instant reopenedAt) {

    /** The fields that lists read. */
    static final List<String> FIELDS = List.of(
            "handling.stage",
            "handling.level",
            "handling.office",
            "handling.arrivedAt",
            "handling.dues",
            "handling.reminded",
            "handling.overdue",
            "handling.by",
            "handling.sender");

    /** See {@link Dues}. */
    public record DuesDocument(
            Instant remindToRespondAt, Instant respondBy, Instant remindToResolveAt, Instant resolveBy) {

        static @Nullable DuesDocument of(@Nullable Dues dues) {
            return dues == null
                    ? null
                    : new DuesDocument(
                            dues.remindToRespondAt(), dues.respondBy(), dues.remindToResolveAt(), dues.resolveBy());
        }

        Dues toDues() {
            return new Dues(remindToRespondAt, respondBy, remindToResolveAt, resolveBy);
        }
    }

    /** See {@link Author}. */
    public record AuthorDocument(String role, String organisation, String subject) {

        static @Nullable AuthorDocument of(@Nullable Author author) {
            return author == null
                    ? null
                    : new AuthorDocument(author.role().name(), author.organisation(), author.subject());
        }

        Author toAuthor() {
            return new Author(Author.Role.valueOf(role), organisation, subject);
        }
    }

    /** See {@link Office}. */
    public record OfficeDocument(String level, String code) {

        static @Nullable OfficeDocument of(@Nullable Office office) {
            return office == null ? null : new OfficeDocument(office.level().name(), office.code());
        }

        Office toOffice() {
            return new Office(Level.valueOf(level), code);
        }
    }

    /** See {@link Act}. */
    public record ActDocument(
            String kind,
            Instant at,
            @Nullable AuthorDocument by,
            OfficeDocument from,
            @Nullable OfficeDocument to,
            @Nullable String reason,
            @Nullable String receiptKey,
            @Nullable String receiptContent) {

        private static ActDocument of(Act act) {
            Receipt receipt = act.receipt();
            return new ActDocument(
                    act.kind().name(),
                    act.at(),
                    AuthorDocument.of(act.by()),
                    new OfficeDocument(act.from().level().name(), act.from().code()),
                    OfficeDocument.of(act.to()),
                    act.reason(),
                    receipt == null ? null : receipt.key(),
                    receipt == null ? null : receipt.content());
        }

        private Act toAct() {
            return new Act(
                    Act.Kind.valueOf(kind),
                    at,
                    by == null ? null : by.toAuthor(),
                    from.toOffice(),
                    to == null ? null : to.toOffice(),
                    reason,
                    receiptKey == null || receiptContent == null ? null : new Receipt(receiptKey, receiptContent));
        }
    }

    /** See {@link Standing}. */
    public record StandingDocument(
            String stage, OfficeDocument office, @Nullable DuesDocument dues) {

        static @Nullable StandingDocument of(@Nullable Standing standing) {
            return standing == null
                    ? null
                    : new StandingDocument(
                            standing.stage().name(),
                            new OfficeDocument(
                                    standing.office().level().name(),
                                    standing.office().code()),
                            DuesDocument.of(standing.dues()));
        }

        Standing toStanding() {
            return new Standing(Stage.Name.valueOf(stage), office.toOffice(), dues == null ? null : dues.toDues());
        }
    }

    /** See {@link Resolution}. */
    public record ResolutionDocument(Instant at, AuthorDocument by, String reason) {

        static ResolutionDocument of(Resolution resolution) {
            Author by = resolution.by();
            return new ResolutionDocument(
                    resolution.at(),
                    new AuthorDocument(by.role().name(), by.organisation(), by.subject()),
                    resolution.reason());
        }

        Resolution toResolution() {
            return new Resolution(at, by.toAuthor(), reason);
        }
    }

    static HandlingDocument of(Handling handling) {
        Stage stage = handling.stage();
        Station station = stage.station();
        return new HandlingDocument(
                stage.name().name(),
                station.office().level().name(),
                station.office().code(),
                station.arrivedAt(),
                DuesDocument.of(station.dues()),
                station.isReminded(),
                station.isOverdue(),
                stage instanceof Stage.Taken taken ? AuthorDocument.of(taken.by()) : null,
                stage instanceof Stage.Outside outside ? OfficeDocument.of(outside.sender()) : null,
                handling.acts().stream().map(ActDocument::of).toList(),
                handling.reopenedAt());
    }

    Handling toHandling() {
        return new Handling(
                toStage(),
                acts == null ? List.of() : acts.stream().map(ActDocument::toAct).toList(),
                reopenedAt);
    }

    Stage toStage() {
        Station station = new Station(
                new Office(Level.valueOf(level), office),
                arrivedAt,
                dues == null ? null : dues.toDues(),
                reminded,
                overdue);
        return switch (Stage.Name.valueOf(stage)) {
            case WAITING -> new Stage.Waiting(station);
            case TAKEN -> new Stage.Taken(station, required(by, "by").toAuthor());
            case OUTSIDE ->
                new Stage.Outside(station, required(sender, "sender").toOffice());
            case DONE -> new Stage.Done(station);
        };
    }

    private static <T> T required(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException("a case is stored without the part " + name + " of its stage");
        }
        return part;
    }
}
