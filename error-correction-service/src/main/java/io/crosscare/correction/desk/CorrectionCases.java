package io.crosscare.correction.desk;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.Change;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Resolution;
import io.crosscare.correction.desk.model.Source;
import io.crosscare.correction.desk.model.Stage;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the cases. Each is changed by comparing its version, so that no change is written over another. */
public interface CorrectionCases {

    /** How many cases of one person are looked at when something is heard of it, the newest first. */
    int OF_PERSON_MAX = 200;

    Mono<CorrectionCase> find(CaseId id);

    /** All cases of a scope; sees every case whose adding was acknowledged before the call. */
    Flux<CorrectionCase> of(VisitScope scope);

    /** A person's newest cases, at most {@link #OF_PERSON_MAX}; sees what {@link #of(VisitScope)} sees. */
    Flux<CorrectionCase> of(PersonId person);

    /** Adds a new case; false when there is one of that id. */
    Mono<Boolean> add(CorrectionCase opened);

    /** Replaces a case; false when it has changed, or a step of it was published, since this one was read. */
    Mono<Boolean> replace(CorrectionCase changed);

    /** Cases about which a neighbour is still to be asked, in no particular order. */
    Flux<CorrectionCase> awaiting(Source source, int limit);

    /**
     * Open cases of which time has something to say by now, and those without a deadline yet; in no particular order.
     */
    Flux<CorrectionCase> due(Instant now, int limit);
    /** Open cases about which settlement is to be asked again by this time, in no particular order. */
    Flux<CorrectionCase> dueForCheck(Instant due, int limit);

    /** Open cases at an institution. */
    Flux<CaseId> waitingAt(InstitutionCode institution, int limit);

    /** Open cases of an insured region's persons in a care region; of any, and in any, where that is null. */
    Flux<CaseId> waitingBetween(@Nullable RegionCode insuredRegion, @Nullable RegionCode careRegion, int limit);

    /** Open cases that wait for the upper platform to take this filing, see {@link CorrectionCase#filingsAwaitedUpstream()}. */
    Flux<CaseId> waitingForUpload(String filingId, int limit);

    /** Patients of a common case that are still open. */
    Flux<CaseId> waitingIn(CaseId group, int limit);

    /** The common cases that are open, or have patients that are, with their patients as they stand now. */
    Flux<Patients> outages(int limit);

    /** A page of the patients of a common case, the newest first. */
    Flux<Summary> patients(CaseId group, CaseSight sight, @Nullable Place after, int limit);

    /** A page of cases, the newest first. */
    Flux<Summary> list(Query query);

    /**
     * How many cases there are, by state and reason.
     *
     * @param state of these only; null for all
     */
    Flux<Count> counts(CaseSight sight, @Nullable CaseState state);

    /** How many open cases there are of those, by level, reason and cause. */
    Flux<OpenCount> openCounts(CaseSight sight, WorkFilter filter);

    /** What became of the cases that opened from one instant on and before another, common cases counted once. */
    Flux<Ending> endings(CaseSight sight, Instant from, Instant before);

    /** How often a bill of these cases, or of a patient of a common one, was refused again after the desk had called it ready. */
    Mono<Long> misled(CaseSight sight, Instant from, Instant before);

    /** Steps that are not known to be published, those of one case in their order. */
    Flux<UnpublishedChange> unpublished(int limit);

    /** Forgets a step, and those before it, as unpublished. */
    Mono<Void> published(CaseId id, long seq);

    /** Counts every step of every case as unpublished. */
    Mono<Void> allUnpublished();

    /**
     * Which cases are asked for.
     *
     * @param sight what the caller may see
     * @param after place of the last case of the page before
     */
    record Query(
            CaseSight sight,
            @Nullable CaseState state,
            @Nullable Reason reason,
            @Nullable InstitutionCode institution,
            @Nullable RegionCode insuredRegion,
            @Nullable RegionCode careRegion,
            @Nullable PersonId person,
            @Nullable Place after,
            int limit,
            WorkFilter work) {

        public Query(
                CaseSight sight,
                @Nullable CaseState state,
                @Nullable Reason reason,
                @Nullable InstitutionCode institution,
                @Nullable RegionCode insuredRegion,
                @Nullable RegionCode careRegion,
                @Nullable PersonId person,
                @Nullable Place after,
                int limit) {
            this(sight, state, reason, institution, insuredRegion, careRegion, person, after, limit, WorkFilter.NONE);
        }

        /** The page behind this place. */
        public Query behind(Place place) {
            return new Query(sight, state, reason, institution, insuredRegion, careRegion, person, place, limit, work);
        }
    }

    /**
     * Where a case stands in a list: newer ones first.
     *
     * @param openedAt when its first refusal was recorded
     */
    record Place(Instant openedAt, CaseId id) {

        public static Place of(CorrectionCase one) {
            return new Place(one.file().firstRefusal().refusedAt(), one.id());
        }
    }

    /**
     * A case without its timeline.
     *
     * @param subject of a common case the first patient's
     * @param cause null in cases stored before there were diagnoses
     * @param isReady whether its bill, or every bill of a common case, would be settled now
     * @param group the common case of which this is a patient; null for a case of its own
     * @param outage what of a common case is counted; null for every other
     */
    record Summary(
            CaseSubject subject,
            CaseState state,
            Refusal last,
            long refusals,
            Instant firstRefusedAt,
            @Nullable Settled evidence,
            Stage stage,
            @Nullable Resolution resolution,
            @Nullable Cause cause,
            boolean isReady,
            @Nullable CaseId group,
            @Nullable Outage outage) {

        public static Summary of(CorrectionCase one) {
            return new Summary(
                    one.file().subject(),
                    one.state(),
                    one.file().lastRefusal(),
                    one.file().refusals().count(),
                    one.file().firstRefusal().refusedAt(),
                    one instanceof CorrectionCase.Resolved resolved ? resolved.evidence() : null,
                    one.file().handling().stage(),
                    one instanceof CorrectionCase.ResolvedByHand resolved ? resolved.resolution() : null,
                    one.file().work().cause(),
                    one.isReady(),
                    one.file().work().group(),
                    one.file().work().outage());
        }

        /** See {@link CorrectionCase#isOfNeighbour()}. */
        public boolean isOfNeighbour() {
            return outage != null && last.peer() != null;
        }

        public CaseId id() {
            return outage == null ? subject.caseId() : outage.id();
        }

        public Place place() {
            return new Place(firstRefusedAt, id());
        }
    }

    /**
     * So many cases.
     *
     * @param oldestAt when the first refusal of the oldest of them was recorded
     */
    record Count(CaseState state, Reason reason, long cases, Instant oldestAt) {}

    /**
     * So many cases that came to the same.
     *
     * @param cause null in cases stored before there were diagnoses
     * @param byHand whether somebody lent a hand; true also where that was not kept
     */
    record Ending(CaseState state, @Nullable Cause cause, boolean byHand, long cases) {}

    /**
     * So many open cases.
     *
     * @param cause null in cases stored before there were diagnoses
     */
    record OpenCount(Level level, Reason reason, @Nullable Cause cause, long cases) {}

    /**
     * What the patients of a common case have come to.
     *
     * @param last the latest of their settlements, if there is one
     */
    record Patients(Outage outage, Optional<Settled> last) {}

    /** A step and the case that took it. */
    record UnpublishedChange(CorrectionCase of, Change change) {}
}
