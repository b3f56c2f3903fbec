package io.crosscare.correction.desk.model;

import io.crosscare.correction.desk.model.Fact.ConnectionStated;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Fact.InstitutionAbsent;
import io.crosscare.correction.desk.model.Fact.InstitutionStated;
import io.crosscare.correction.desk.model.Fact.NothingFiled;
import io.crosscare.correction.desk.model.Fact.PersonStated;
import io.crosscare.correction.desk.model.Fact.PromiseStated;
import io.crosscare.correction.desk.model.Fact.UploadStated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a rule of the diagnosis may ask of a case, by the name the rule base uses. Each is a small pure function that answers
 * with the records that show it; of each record only the latest version counts.
 */
public enum Condition {
    NOTHING_FILED(records(one -> one.filings().isEmpty() ? one.ifLatest(NothingFiled.class, _ -> true) : List.of())),
    FILED_ELSEWHERE(filing((one, filed) -> !one.isForCareRegion(filed) && one.covers(filed))),
    FILING_UNDER_REVIEW(filing((one, filed) -> one.isForCareRegion(filed) && isIn("SUBMITTED", filed))),
    FILING_REJECTED(filing((one, filed) -> one.isForCareRegion(filed) && isIn("REJECTED", filed))),
    FILING_WITHDRAWN(filing((one, filed) -> one.isForCareRegion(filed) && isIn("WITHDRAWN", filed))),
    FILING_ENDED(filing((one, filed) -> one.isForCareRegion(filed) && one.endedBefore(filed))),
    FILING_BEGINS_LATER(filing(
            (one, filed) -> one.isForCareRegion(filed) && filed.effectiveFrom().isAfter(one.day()))),
    /** It was on record, in force, before settlement said no. */
    FILED_IN_TIME(filing((one, filed) ->
            one.isInForce(filed) && filed.at().isBefore(one.last().refusedAt()))),
    PROMISE_BROKEN(records(one -> Stream.concat(
                    one.filingsThat(filed -> one.isForCareRegion(filed) && isIn("LAPSED", filed)).stream(),
                    one.ifLatest(PromiseStated.class, promise -> promise.isBrokenOn(one.day())).stream())
            .toList())),
    UPLOAD_REFUSED(latest(UploadStated.class, UploadStated::isRefused)),
    UPLOAD_UNDER_WAY(latest(UploadStated.class, upload -> !upload.isTaken() && !upload.isRefused())),
    INSURANCE_STOPPED(
            latest(PersonStated.class, person -> !person.insuranceStatus().equals("ACTIVE"))),
    CARD_LOST(latest(PersonStated.class, person -> person.hasCardIn("LOST"))),
    CARD_NOT_ACTIVATED(latest(PersonStated.class, person -> person.hasCardIn("NOT_ACTIVATED"))),
    INSTITUTION_ABSENT(latest(InstitutionAbsent.class, _ -> true)),
    INSTITUTION_SUSPENDED(
            latest(InstitutionStated.class, stated -> stated.status().equals("SUSPENDED"))),
    INSTITUTION_WITHOUT_LEVEL(latest(InstitutionStated.class, stated -> stated.level() == null)),
    INSTITUTION_OPEN(latest(InstitutionStated.class, stated -> stated.status().equals("OPEN"))),
    CONNECTION_CLOSED(latest(ConnectionStated.class, stated -> !stated.isOpen())),
    CONNECTION_LATER(latest(ConnectionStated.class, stated -> {
        LocalDate from = stated.openFrom();
        return !stated.isOpen() && from != null && from.isAfter(stated.on());
    })),
    /** The sentence the cashier read says so; settlement has one reason for all cards that are not in use. */
    SAID_CARD_LOST(said("社会保障卡已挂失")),
    SAID_CARD_NOT_ACTIVATED(said("社会保障卡尚未激活")),
    /** Settlement has one reason for a missing policy and a missing catalogue. */
    SAID_CATALOGUE(said("医保目录")),
    /** Settlement has the bill in its hands, and the outcome is not known yet. */
    IN_FLIGHT(rechecked(recheck -> recheck.outcome() == Recheck.Outcome.IN_PROGRESS)),
    VISIT_CANCELLED(rechecked(recheck -> recheck.outcome() == Recheck.Outcome.VISIT_CANCELLED)),
    CODES_UNLISTED(rechecked(recheck -> !recheck.unlisted().isEmpty()));

    // Every function here is without state; the compiler cannot see it.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<CaseView, Optional<List<Fact>>> evidence;

    Condition(Function<CaseView, Optional<List<Fact>>> evidence) {
        this.evidence = evidence;
    }

    /** Empty where it is not met; else the records that show it, none where the refusal or the recheck alone does. */
    Optional<List<Fact>> evidenceIn(CaseView one) {
        return evidence.apply(one);
    }

    /** A filing and the case it is looked at for. */
    private interface OfFiling {
        boolean holds(CaseView one, Filed filed);
    }

    private static Function<CaseView, Optional<List<Fact>>> filing(OfFiling holds) {
        return records(one -> one.filingsThat(filed -> holds.holds(one, filed)));
    }

    private static <F extends Fact> Function<CaseView, Optional<List<Fact>>> latest(Class<F> kind, Predicate<F> holds) {
        return records(one -> one.ifLatest(kind, holds));
    }

    private static Function<CaseView, Optional<List<Fact>>> records(Function<CaseView, List<Fact>> found) {
        return one -> Optional.of(found.apply(one)).filter(facts -> !facts.isEmpty());
    }

    private static Function<CaseView, Optional<List<Fact>>> said(String words) {
        return one -> one.says(words) ? Optional.of(List.of()) : Optional.empty();
    }

    private static Function<CaseView, Optional<List<Fact>>> rechecked(Predicate<Recheck> holds) {
        return one -> one.recheck().filter(holds).map(_ -> List.of());
    }

    private static boolean isIn(String state, Filed filed) {
        return filed.state().equals(state);
    }
}
