package io.crosscare.correction.desk.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.CorrectionCases.Place;
import io.crosscare.correction.desk.model.CaseFile;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Change;
import io.crosscare.correction.desk.model.Comment;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Handling;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Office;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.RefusalHistory;
import io.crosscare.correction.desk.model.SeenSequences;
import io.crosscare.correction.desk.model.Source;
import io.crosscare.correction.desk.model.Stage;
import io.crosscare.correction.desk.model.Station;
import io.crosscare.correction.desk.model.VisitScope;
import io.crosscare.correction.desk.model.Work;
import io.crosscare.correction.desk.mongo.HandlingDocument.ResolutionDocument;
import io.crosscare.correction.desk.mongo.HandlingDocument.StandingDocument;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is stored; public for the driver's record codec, as are its parts.
 *
 * @param scope key of the scope, by which settlements find their cases
 * @param regions insured and care region with every region that contains one of them: an agency looks for its own; of a common
 *     case those of all its patients
 * @param place where it stands in lists; sorts as they do
 * @param last the last refusal once more, so that lists need not read the others
 * @param handling null in cases from before there was any; they begin at the hospital
 * @param resolution null where nobody resolved it by hand
 * @param dueAt the deadline it is under; null where there is none
 * @param nextAt when time has something to say of it; null while there are no deadlines yet
 * @param pending whether a step is not known to be published
 * @param work absent in cases stored before there was any
 * @param cause as in the work, to be looked for
 * @param group as in the work: the common case of which this is a patient; absent for a case of its own
 * @param nextCheckAt as in the work, to be looked for
 * @param ready whether the bill would be settled now; absent where not
 * @param gone whether the fault is gone, though a rule would refuse the bill now; absent where not
 * @param byHand whether people did anything with it; absent in cases from before that was kept
 * @param sites institutions of the patients of a common case; absent in every other
 * @param upstream filings that the upper platform has still to take; absent where the case waits for none
 */
public record CaseDocument(
        @BsonId String id,
        String state,
        String scope,
        String person,
        String visit,
        @Nullable String batch,
        String reason,
        String institution,
        String insuredRegion,
        String careRegion,
        List<String> regions,
        String place,
        long refusals,
        List<RangeDocument> seen,
        RefusalDocument first,
        List<RefusalDocument> recent,
        RefusalDocument last,
        @Nullable FactDocument evidence,
        List<FactDocument> entries,
        List<FactDocument> facts,
        boolean awaitsFiling,
        boolean awaitsRegistry,
        List<CommentDocument> comments,
        @Nullable HandlingDocument handling,
        @Nullable ResolutionDocument resolution,
        @Nullable Instant dueAt,
        @Nullable Instant nextAt,
        List<ChangeDocument> changes,
        long seq,
        long announced,
        boolean pending,
        long version,
        @Nullable WorkDocument work,
        @Nullable String cause,
        @Nullable String group,
        @Nullable Instant nextCheckAt,
        @Nullable Boolean ready,
        @Nullable Boolean gone,
        @Nullable List<String> sites,
        @Nullable Boolean byHand,
        @Nullable List<String> upstream) {

    /** What stands for a person, a visit or a scope in a common case, which has none of its own. */
    static final String COMMON = "-";

    private static final int PLACE_DIGITS = 14;

    /** In every case that time has nothing to say of. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** See {@link SeenSequences.Range}. */
    public record RangeDocument(long from, long to) {}

    /** See {@link Comment}. */
    public record CommentDocument(
            String commentId,
            Instant at,
            String role,
            String organisation,
            String subject,
            String text,
            String receiptKey,
            String receiptContent) {

        private static CommentDocument of(Comment comment) {
            return new CommentDocument(
                    comment.id(),
                    comment.at(),
                    comment.author().role().name(),
                    comment.author().organisation(),
                    comment.author().subject(),
                    comment.text(),
                    comment.receipt().key(),
                    comment.receipt().content());
        }

        private Comment toComment() {
            return new Comment(
                    commentId,
                    at,
                    new Comment.Author(Comment.Author.Role.valueOf(role), organisation, subject),
                    text,
                    new Comment.Receipt(receiptKey, receiptContent));
        }
    }

    /** See {@link Change}. */
    public record ChangeDocument(
            long seq,
            String kind,
            Instant at,
            String state,
            long refusals,
            Instant lastRefusedAt,
            @Nullable FactDocument evidence,
            @Nullable StandingDocument standing) {

        private static ChangeDocument of(Change change) {
            Settled evidence = change.evidence();
            return new ChangeDocument(
                    change.seq(),
                    change.kind().name(),
                    change.at(),
                    change.state().name(),
                    change.refusals(),
                    change.lastRefusedAt(),
                    evidence == null ? null : FactDocument.of(evidence),
                    StandingDocument.of(change.standing()));
        }

        private Change toChange() {
            return new Change(
                    seq,
                    Change.Kind.valueOf(kind),
                    at,
                    CaseState.valueOf(state),
                    refusals,
                    lastRefusedAt,
                    evidence == null ? null : evidence.toSettled(),
                    standing == null ? null : standing.toStanding());
        }
    }

    /** One version further than the case was read. */
    static CaseDocument of(CorrectionCase one) {
        CaseFile file = one.file();
        VisitScope scope = file.subject().scope();
        Refusal first = file.firstRefusal();
        Outage outage = file.work().outage();
        boolean isCommon = outage != null;
        WorkDocument work = WorkDocument.of(one);
        return new CaseDocument(
                one.id().value(),
                one.state().name(),
                isCommon ? COMMON + one.id() : scope.key(),
                isCommon ? COMMON : scope.person().value(),
                isCommon ? COMMON : scope.visitId(),
                isCommon ? null : scope.batch(),
                file.subject().reason().code(),
                first.institution().value(),
                first.insuredRegion().value(),
                first.careRegion().value(),
                around(Stream.concat(
                        Stream.of(first.insuredRegion(), first.careRegion()),
                        outage == null ? Stream.empty() : outage.reach().regions().stream())),
                text(Place.of(one)),
                file.refusals().count(),
                file.refusals().seen().ranges().stream()
                        .map(range -> new RangeDocument(range.from(), range.to()))
                        .toList(),
                RefusalDocument.of(first),
                file.refusals().recent().stream().map(RefusalDocument::of).toList(),
                RefusalDocument.of(file.lastRefusal()),
                one instanceof CorrectionCase.Resolved resolved ? FactDocument.of(resolved.evidence()) : null,
                file.entries().stream().map(FactDocument::of).toList(),
                file.facts().stream().map(FactDocument::of).toList(),
                file.awaited().contains(Source.FILING),
                file.awaited().contains(Source.REGISTRY),
                file.comments().stream().map(CommentDocument::of).toList(),
                HandlingDocument.of(file.handling()),
                one instanceof CorrectionCase.ResolvedByHand byHand ? ResolutionDocument.of(byHand.resolution()) : null,
                file.handling().stage().dueAt().orElse(null),
                nextAt(file.handling().stage()),
                file.changes().stream().map(ChangeDocument::of).toList(),
                file.seq(),
                file.announced(),
                file.announced() < file.seq(),
                file.version() + 1,
                work,
                work.cause(),
                work.group(),
                work.nextCheckAt(),
                one.isReady() ? true : null,
                (one.isCauseGone() && !one.isReady()) ? true : null,
                outage == null
                        ? null
                        : outage.reach().institutions().stream()
                                .map(InstitutionCode::value)
                                .sorted()
                                .toList(),
                one.isByHand(),
                upstream(one));
    }

    private static @Nullable List<String> upstream(CorrectionCase one) {
        List<String> filings = one.filingsAwaitedUpstream();
        return filings.isEmpty() ? null : filings;
    }

    private static @Nullable Instant nextAt(Stage stage) {
        return stage.station().dues() == null ? null : stage.nextAt().orElse(NEVER);
    }

    CorrectionCase toCase() {
        return switch (CaseState.valueOf(state)) {
            case OPEN -> new CorrectionCase.Open(file());
            case RESOLVED -> resolved();
        };
    }

    private CorrectionCase resolved() {
        if (resolution != null) {
            return new CorrectionCase.ResolvedByHand(file(), resolution.toResolution());
        }
        return evidence == null
                ? new CorrectionCase.Moot(file())
                : new CorrectionCase.Resolved(file(), evidence.toSettled());
    }

    private CaseFile file() {
        CaseSubject subject = subject();
        return new CaseFile(
                subject,
                new RefusalHistory(
                        refusals,
                        new SeenSequences(seen.stream()
                                .map(range -> new SeenSequences.Range(range.from(), range.to()))
                                .toList()),
                        first.toRefusal(subject),
                        recent.stream()
                                .map(refusal -> refusal.toRefusal(subject))
                                .toList()),
                entries.stream().map(FactDocument::toEntry).toList(),
                facts.stream().map(FactDocument::toFact).toList(),
                awaited(),
                comments.stream().map(CommentDocument::toComment).toList(),
                work == null ? Work.NONE : work.toWork(id),
                handling == null ? new Handling(stageOfOld(state, last), List.of(), null) : handling.toHandling(),
                changes.stream().map(ChangeDocument::toChange).toList(),
                seq,
                announced,
                version);
    }

    /** A case from before there was any handling lies with its hospital, without deadlines yet. */
    static Stage stageOfOld(String state, RefusalDocument last) {
        Station station =
                new Station(new Office(Level.HOSPITAL, last.institution()), last.refusedAt(), null, false, false);
        return CaseState.valueOf(state) == CaseState.OPEN ? new Stage.Waiting(station) : new Stage.Done(station);
    }

    /** Of a common case the first patient's. */
    private CaseSubject subject() {
        WorkDocument.OutageDocument outage = work == null ? null : work.outage();
        return outage == null
                ? subject(person, visit, batch, reason)
                : subject(outage.person(), outage.visit(), outage.batch(), reason);
    }

    private Set<Source> awaited() {
        return Stream.of(Source.values())
                .filter(source -> switch (source) {
                    case FILING -> awaitsFiling;
                    case REGISTRY -> awaitsRegistry;
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    static CaseSubject subject(String person, String visit, @Nullable String batch, String reason) {
        return new CaseSubject(new VisitScope(new PersonId(person), visit, batch), new Reason(reason));
    }

    /** The instant in a place. */
    static Instant openedAt(String place) {
        return Instant.ofEpochMilli(Long.parseLong(place.substring(0, PLACE_DIGITS)));
    }

    /** What the places of all cases that opened before that are before. */
    static String text(Instant openedAt) {
        return String.format("%0" + PLACE_DIGITS + "d", openedAt.toEpochMilli());
    }

    /** Fixed in length, so that places sort as texts. */
    static String text(Place place) {
        return text(place.openedAt()) + ":" + place.id();
    }

    /** Exactly the regions of which {@link RegionCode#contains} is true for one of these. */
    private static List<String> around(Stream<RegionCode> regions) {
        return regions.flatMap(region -> Stream.of(region, region.city(), region.province()))
                .map(RegionCode::value)
                .distinct()
                .sorted()
                .toList();
    }
}
