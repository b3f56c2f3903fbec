package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.Trip;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.CareSide;
import io.crosscare.settlement.eligibility.model.FilingStanding.InForce;
import io.crosscare.settlement.eligibility.model.FilingStanding.NotInForce;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Decides eligibility from facts, care side first, the reasons in their order of precedence (design.md §3.6). Pure: the same
 * facts give the same answer, whether they are copies or the owners' own.
 */
public record DecideEligibility(EligibilityReadings readings) {

    /**
     * The answer.
     *
     * @param window the days of which one has to lie inside a filing, see {@link EligibilityReadings#windowOf}
     */
    public Eligibility decide(EligibilityQuestion question, FilingWindow window, EligibilityFacts facts) {
        Optional<InstitutionFacts> institution = facts.careSide().institution();
        if (institution.isEmpty()) {
            return refused(RefusalReason.INSTITUTION_UNKNOWN, question);
        }
        DestinationType destination =
                destinationType(question.insuredRegion(), institution.get().region());
        boolean isAway = destination != DestinationType.HOME;
        Optional<RefusalReason> careSide = isAway
                ? careSideObjection(question, facts.careSide(), institution.get())
                : suspension(question, institution.get());
        if (careSide.isPresent()) {
            return refused(careSide.get(), question);
        }
        Optional<PersonFacts> person = facts.insuredSide()
                .person()
                .filter(known -> known.insuredRegion().equals(question.insuredRegion()));
        if (person.isEmpty()) {
            return refused(RefusalReason.PERSON_UNKNOWN, question);
        }
        Optional<Refusal> insuredSide = insuredSideObjection(
                question, facts.careSide(), institution.get().region(), person.get(), isAway);
        if (insuredSide.isPresent()) {
            return new Eligibility.Refused(insuredSide.get());
        }
        return isAway
                ? away(
                        window,
                        institution.get(),
                        person.get(),
                        destination,
                        facts.insuredSide().filing())
                : atHome(
                        question,
                        institution.get(),
                        person.get(),
                        facts.insuredSide().filing());
    }

    private static Optional<RefusalReason> careSideObjection(
            EligibilityQuestion question, CareSide careSide, InstitutionFacts institution) {
        ServiceType connection = Connectivity.connectionOf(question.serviceType());
        Optional<ConnectivityRow> row = careSide.connectivity()
                .decidingRow(question.insuredRegion(), institution.region(), connection)
                .filter(ConnectivityRow::isOpen);
        if (row.isEmpty()) {
            return Optional.of(RefusalReason.REGIONS_NOT_CONNECTED);
        }
        if (!row.get().hasBegunOn(question.on())) {
            return Optional.of(RefusalReason.NOT_CONNECTED_ON_DATE);
        }
        boolean isConnected = institution.isOpenOn(question.on())
                && institution.serves(question.insuredRegion(), connection, question.on());
        return isConnected ? Optional.empty() : Optional.of(RefusalReason.INSTITUTION_NOT_CONNECTED);
    }

    /** A suspended institution settles with nobody, wherever they are insured; the registry answers the same. */
    private static Optional<RefusalReason> suspension(EligibilityQuestion question, InstitutionFacts institution) {
        return institution.isOpenOn(question.on())
                ? Optional.empty()
                : Optional.of(RefusalReason.INSTITUTION_NOT_CONNECTED);
    }

    private static Optional<Refusal> insuredSideObjection(
            EligibilityQuestion question,
            CareSide careSide,
            RegionCode careRegion,
            PersonFacts person,
            boolean isAway) {
        if (!person.isInsuranceActive()) {
            return Optional.of(Refusal.of(RefusalReason.INSURANCE_SUSPENDED, question.on()));
        }
        Optional<Refusal> card = CardObjection.to(question, person, isAway);
        if (card.isPresent()) {
            return card;
        }
        boolean isOpenForPlan = !isAway
                || careSide.connectivity()
                        .decidingRow(
                                question.insuredRegion(), careRegion, Connectivity.connectionOf(question.serviceType()))
                        .filter(row -> row.plans().contains(person.plan()))
                        .isPresent();
        return isOpenForPlan
                ? Optional.empty()
                : Optional.of(Refusal.of(RefusalReason.SERVICE_NOT_OPEN_FOR_CATEGORY, question.on()));
    }

    private static Eligibility away(
            FilingWindow window,
            InstitutionFacts institution,
            PersonFacts person,
            DestinationType destination,
            FilingStanding standing) {
        return switch (standing) {
            case InForce(FilingFacts filing) ->
                new Eligibility.Eligible(
                        institution, person, destination, filing.trip(), Optional.of(FiledCare.of(filing, window)));
            case NotInForce none -> new Eligibility.Refused(refusal(none, window));
        };
    }

    private Eligibility atHome(
            EligibilityQuestion question, InstitutionFacts institution, PersonFacts person, FilingStanding standing) {
        HomeDuringFiling home =
                readings.home(question.insuredRegion(), question.on()).rule();
        boolean isClosed = home == HomeDuringFiling.CLOSED && hasFilingElsewhereOn(standing, question.on());
        return isClosed
                ? refused(RefusalReason.HOME_CLOSED_DURING_FILING, question)
                : new Eligibility.Eligible(institution, person, DestinationType.HOME, Trip.HOME, Optional.empty());
    }

    private static boolean hasFilingElsewhereOn(FilingStanding standing, LocalDate day) {
        return standing instanceof NotInForce none
                && none.reason() == RefusalReason.FILING_FOR_OTHER_REGION
                && none.nearest().filter(filing -> filing.isInForceOn(day)).isPresent();
    }

    private static Refusal refusal(NotInForce none, FilingWindow window) {
        RefusalReason reason = none.reason();
        Wording message = none.nearest()
                .flatMap(nearest -> missed(reason, nearest, window))
                .orElseGet(reason::message);
        return new Refusal(reason, message, window.dayMissed(reason), null, window.rule());
    }

    /** The day that was missed, and the end of the nearest filing that missed it. */
    private static Optional<Wording> missed(RefusalReason reason, FilingFacts nearest, FilingWindow window) {
        FilingDay day = window.rule().rule();
        LocalDate missed = window.dayMissed(reason);
        if (reason == RefusalReason.FILING_NOT_YET_EFFECTIVE) {
            LocalDate from = nearest.effectiveFrom();
            return Optional.of(new Wording(
                    day.toComeZh() + "（" + missed + "）备案尚未生效，备案自" + from + "起",
                    "The filing was not yet effective " + day.toComeEn() + " (" + missed + "); it begins on " + from));
        }
        LocalDate to = nearest.effectiveTo();
        return reason == RefusalReason.FILING_EXPIRED && to != null
                ? Optional.of(new Wording(
                        day.endedZh() + "（" + missed + "）备案已到期，备案至" + to + "止",
                        "The filing had expired " + day.endedEn() + " (" + missed + "); it ended on " + to))
                : Optional.empty();
    }

    private static DestinationType destinationType(RegionCode insured, RegionCode care) {
        if (insured.equals(care)) {
            return DestinationType.HOME;
        }
        if (insured.isSameCityAs(care)) {
            return DestinationType.IN_CITY;
        }
        return insured.isSameProvinceAs(care) ? DestinationType.IN_PROVINCE : DestinationType.CROSS_PROVINCE;
    }

    private static Eligibility refused(RefusalReason reason, EligibilityQuestion question) {
        return new Eligibility.Refused(Refusal.of(reason, question.on()));
    }
}
