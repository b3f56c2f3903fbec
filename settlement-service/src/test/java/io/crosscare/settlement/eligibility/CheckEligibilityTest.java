package io.crosscare.settlement.eligibility;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.DecideEligibility;
import io.crosscare.settlement.eligibility.model.Eligibility;
import io.crosscare.settlement.eligibility.model.EligibilityQuestion;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** A yes may come from a copy, a no never does. */
class CheckEligibilityTest {

    private final FakeReadModels copies = new FakeReadModels();
    private final FakeOwners owners = new FakeOwners();
    private final CheckEligibility check =
            new CheckEligibility(copies, owners, new DecideEligibility(Facts.READINGS), new MovingClock(Entries.NOW));
    private final FilingFacts filing = Facts.filing(Facts.SHANGHAI, "2019-01-01", null);
    private final EligibilityQuestion question = new EligibilityQuestion(
            Entries.PERSON,
            Facts.ZHENJIANG,
            Facts.institution(Facts.SHANGHAI).code(),
            ServiceType.OUTPATIENT,
            CardKind.PROVINCIAL_CARD,
            LocalDate.of(2019, 9, 10),
            null);

    @Test
    void takesAYesFromFreshCopiesWithoutAsking() {
        know(copies);
        copies.keep(filing).block();
        owners.fallSilent();

        Eligibility answer = await(check.check(question));

        assertThat(answer).isInstanceOf(Eligibility.Eligible.class);
        assertThat(owners.asked()).isEmpty();
    }

    @Test
    void asksTheOwnerBeforeANoAndKeepsItsAnswer() {
        know(copies);
        know(owners.truth());
        owners.truth().keep(filing).block();

        Eligibility answer = await(check.check(question));

        assertThat(answer).isInstanceOf(Eligibility.Eligible.class);
        assertThat(owners.asked()).containsExactly(Owner.FILING);
        assertThat(await(copies.filings(Entries.PERSON).collectList())).containsExactly(filing);
    }

    @Test
    void saysNoOnceTheOwnerSaysIt() {
        know(copies);
        know(owners.truth());

        Eligibility answer = await(check.check(question));

        assertThat(((Eligibility.Refused) answer).refusal().reason()).isEqualTo(RefusalReason.NO_FILING);
        assertThat(owners.asked()).containsExactly(Owner.FILING);
    }

    @Test
    void asksBothOwnersWhereNothingHasBeenCopiedYet() {
        know(owners.truth());
        owners.truth().keep(filing).block();

        Eligibility answer = await(check.check(question));

        assertThat(answer).isInstanceOf(Eligibility.Eligible.class);
        assertThat(owners.asked()).containsExactly(Owner.REGISTRY, Owner.FILING);
        assertThat(await(copies.person(Entries.PERSON)).plan()).isEqualTo(PersonType.RETIRED.plan());
    }

    @Test
    void asksTheOwnerOfAStaleCopyEvenForAYes() {
        know(copies);
        copies.keep(filing).block();
        know(owners.truth());
        copies.stale(Owner.FILING);

        Eligibility answer = await(check.check(question));

        assertThat(((Eligibility.Refused) answer).refusal().reason()).isEqualTo(RefusalReason.NO_FILING);
        assertThat(owners.asked()).containsExactly(Owner.FILING);
    }

    @Test
    void failsWhenTheOwnerThatMustBeAskedIsSilent() {
        know(copies);
        owners.fallSilent();

        check.check(question)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(
                        error -> assertThat(((ProblemException) error).type()).isEqualTo(ProblemType.PEER_UNAVAILABLE));
    }

    @Test
    void keepsTheHigherOfTwoVersions() {
        know(copies);
        copies.keep(endedAsSecondVersion()).block();
        copies.keep(filing).block();
        know(owners.truth());

        Eligibility answer = await(check.check(question));

        assertThat(await(copies.filings(Entries.PERSON).collectList()))
                .extracting(FilingFacts::version)
                .containsExactly(2L);
        assertThat(answer).isInstanceOf(Eligibility.Refused.class);
    }

    @Test
    void asksTheRegistryAgainBeforeALevelIsTakenAsUnknown() {
        know(owners.truth());
        owners.truth().keep(filing).block();
        know(copies);
        copies.keep(filing).block();
        InstitutionFacts known = Facts.institution(Facts.SHANGHAI);
        copies.keep(new InstitutionFacts(
                        known.code(), known.name(), known.region(), null, known.status(), known.capabilities(), 2))
                .block();
        owners.truth()
                .keep(new InstitutionFacts(
                        known.code(),
                        known.name(),
                        known.region(),
                        known.level(),
                        known.status(),
                        known.capabilities(),
                        3))
                .block();

        Eligibility answer = await(check.check(question));

        assertThat(((Eligibility.Eligible) answer).institution().level()).isEqualTo(known.level());
        assertThat(owners.asked()).containsExactly(Owner.REGISTRY);
    }

    /** From 2023 on: a filing lodged after the admission, and before the discharge settlement. */
    @Test
    void asksTheOwnerForEveryDayOfAStay() {
        MovingClock clock = new MovingClock(Instant.parse("2024-03-20T01:00:00Z"));
        CheckEligibility then = new CheckEligibility(copies, owners, new DecideEligibility(Facts.READINGS), clock);
        EligibilityQuestion stay = new EligibilityQuestion(
                Entries.PERSON,
                Facts.ZHENJIANG,
                Facts.institution(Facts.SHANGHAI).code(),
                ServiceType.INPATIENT,
                CardKind.PROVINCIAL_CARD,
                LocalDate.of(2024, 3, 1),
                LocalDate.of(2024, 3, 15));
        know(copies);
        know(owners.truth());
        owners.truth().keep(Facts.filing(Facts.SHANGHAI, "2024-03-18", null)).block();

        Eligibility answer = await(then.check(stay));

        assertThat(((Eligibility.Eligible) answer).filing().orElseThrow().decidedOn())
                .isEqualTo("2024-03-18");
        assertThat(owners.asked()).containsExactly(Owner.FILING);
    }

    @Test
    void refusesWhileTheUpperPlatformHasNotTakenTheFiling() {
        know(copies);
        copies.keep(filing)
                .then(copies.keep(new UploadFacts(filing.id(), 0, 1)))
                .block();
        owners.truth().keep(new UploadFacts(filing.id(), 0, 2)).block();

        Eligibility answer = await(check.check(question));

        assertThat(((Eligibility.Refused) answer).refusal().reason()).isEqualTo(RefusalReason.FILING_NOT_YET_UPSTREAM);
        assertThat(owners.asked()).containsExactly(Owner.REGISTRY);
    }

    @Test
    void asksWhetherTheFilingHasArrivedSince() {
        know(copies);
        copies.keep(filing)
                .then(copies.keep(new UploadFacts(filing.id(), 0, 1)))
                .block();
        UploadFacts arrived = new UploadFacts(filing.id(), 1, 3);
        owners.truth().keep(arrived).block();

        Eligibility answer = await(check.check(question));

        assertThat(answer).isInstanceOf(Eligibility.Eligible.class);
        assertThat(await(copies.upload(filing.id()))).isEqualTo(arrived);
    }

    /** An earlier version is known there, and a change is on its way. */
    @Test
    void isContentThatThePlatformKnowsOfTheFiling() {
        know(copies);
        copies.keep(filing)
                .then(copies.keep(new UploadFacts(filing.id(), 1, 4)))
                .block();
        owners.fallSilent();

        assertThat(await(check.check(question))).isInstanceOf(Eligibility.Eligible.class);
    }

    /** The news of a filing, and of its end a moment later, are still on the way when its owner is asked. */
    @Test
    void doesNotGoBackToAYesByOlderNews() {
        know(copies);
        know(owners.truth());
        owners.truth().keep(endedAsSecondVersion()).block();

        Eligibility before = await(check.check(question));
        copies.keep(filing).block();
        Eligibility after = await(check.check(question));

        assertThat(before).isInstanceOf(Eligibility.Refused.class);
        assertThat(after).isInstanceOf(Eligibility.Refused.class);
    }

    private FilingFacts endedAsSecondVersion() {
        return new FilingFacts(
                filing.id(),
                filing.person(),
                filing.careRegion(),
                filing.category(),
                filing.effectiveFrom(),
                LocalDate.of(2019, 9, 9),
                "EXPIRED",
                null,
                2);
    }

    private static void know(FakeReadModels models) {
        models.keep(Facts.person(Facts.ZHENJIANG, PersonType.RETIRED)).block();
        models.keep(Facts.institution(Facts.SHANGHAI)).block();
        Facts.CONNECTIVITY.rows().forEach(row -> models.keep(row).block());
    }
}
