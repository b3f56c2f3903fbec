package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.direct.model.Recomputation;
import io.crosscare.settlement.eligibility.Facts;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.policy.ShippedPacks;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which benefit year a bill counts, whatever the person's plan was and is. */
class BenefitYearsTest {

    private static final String DISCHARGE = "DISCHARGE";

    private final SettlingWorld world = SettlingWorld.withPoliciesOfItsOwn();

    @ParameterizedTest(name = "{0}, school year {1}, {2} on {3}: {4}")
    @CsvSource({
        "RETIRED, false, OUTPATIENT, 2019-12-31, 2019",
        "RETIRED, false, OUTPATIENT, 2020-01-01, 2020",
        "RESIDENT, true, INPATIENT, 2019-08-31, 2018S",
        "RESIDENT, true, INPATIENT, 2019-09-01, 2019S",
        "RESIDENT, true, INPATIENT, 2020-08-31, 2019S",
        "RESIDENT, false, INPATIENT, 2019-09-01, 2019",
    })
    void countsABillInTheYearOfItsDay(
            PersonType type, boolean isOnSchoolYear, ServiceType serviceType, LocalDate day, String period) {
        know(type, isOnSchoolYear, 2);

        Settlement settlement = settled(visit('a', serviceType, day, day), scopeOf(serviceType));

        assertThat(periodsOf(settlement)).containsExactly(period);
    }

    /** One claim at discharge; the other year is not touched (domain.md, Art. 44). */
    @ParameterizedTest(name = "{0}, school year {1}, {2} to {3}: {4}")
    @CsvSource({
        "RETIRED, false, 2019-12-28, 2020-01-03, 2020",
        "RESIDENT, true, 2019-08-28, 2019-09-03, 2019S",
    })
    void countsAStayOverTheYearsEndOnceAtItsDischarge(
            PersonType type, boolean isOnSchoolYear, LocalDate from, LocalDate to, String period) {
        know(type, isOnSchoolYear, 2);

        Settlement settlement = settled(visit('a', ServiceType.INPATIENT, from, to), DISCHARGE);

        assertThat(periodsOf(settlement)).containsExactly(period);
        assertThat(settlement.link().delta().value(period + "/admissions")).isEqualTo(1);
        world.cancel(settlement, "cancel");
        assertThat(world.counters()).isEqualTo(Counters.NONE);
    }

    /** One claim and one entry, and each year counts its days of it. */
    @Test
    void dividesAStayOverTheYearsEndByItsDaysWhereThePolicySaysSo() {
        know(PersonType.RETIRED, false, 2);
        await(world.policies.publish(ShippedPacks.dividedByDays("321100-employee-2019")));

        Settlement settlement = settled(
                visit('a', ServiceType.INPATIENT, LocalDate.of(2019, 12, 29), LocalDate.of(2020, 1, 1)), DISCHARGE);

        Counters delta = settlement.link().delta();
        assertThat(periodsOf(settlement)).containsExactlyInAnyOrder("2019", "2020");
        assertThat(delta.value("2019/pooled") + delta.value("2020/pooled"))
                .isEqualTo(settlement.amounts().pooledFundPay().fen());
        assertThat(delta.value("2019/pooled")).isGreaterThan(delta.value("2020/pooled"));
        assertThat(delta.value("2020/admissions")).isEqualTo(1);
        assertThat(world.recompute(settlement)).isInstanceOf(Recomputation.Same.class);
        world.cancel(settlement, "cancel");
        assertThat(world.counters()).isEqualTo(Counters.NONE);
    }

    /** The year is the person's: what one plan counted the other goes on from, and each can be taken back alone. */
    @Test
    void goesOnFromWhatTheYearHoldsWhenThePlanChangesInIt() {
        know(PersonType.RETIRED, false, 2);
        Settlement asEmployee = settled(stayOn('a', LocalDate.of(2019, 6, 3)), DISCHARGE);
        know(PersonType.RESIDENT, false, 3);
        Settlement asResident = settled(stayOn('b', LocalDate.of(2019, 9, 3)), DISCHARGE);

        assertThat(asEmployee.care().plan()).isEqualTo(InsurancePlan.EMPLOYEE);
        assertThat(asResident.care().plan()).isEqualTo(InsurancePlan.RESIDENT);
        assertThat(asResident.basis().policyHash())
                .isNotEqualTo(asEmployee.basis().policyHash());
        assertThat(asResident.link().before()).isEqualTo(asEmployee.link().after());
        assertThat(periodsOf(asResident)).containsExactly("2019");
        world.cancel(asEmployee, "cancel");
        assertThat(world.counters()).isEqualTo(asResident.link().delta());
    }

    private void know(PersonType type, boolean isOnSchoolYear, long version) {
        PersonFacts person = Facts.person(Facts.ZHENJIANG, type);
        world.copies
                .keep(new PersonFacts(
                        person.id(),
                        person.insuredRegion(),
                        person.plan(),
                        type,
                        person.insuranceStatus(),
                        isOnSchoolYear,
                        person.cards(),
                        person.specialDiseases(),
                        version))
                .block();
    }

    private static Set<String> periodsOf(Settlement settlement) {
        return settlement.link().delta().values().keySet().stream()
                .map(key -> key.substring(0, key.indexOf('/')))
                .collect(Collectors.toSet());
    }

    private Settlement settled(Visit visit, String batch) {
        SettleBillCommand command = new SettleBillCommand(
                Entries.ZHONGSHAN,
                visit.id(),
                "settle-" + visit.id().value(),
                batch.equals(DISCHARGE) ? null : batch,
                null,
                false,
                null,
                null);
        return ((Settled) await(world.settleBill.settle(visit, command))).settlement();
    }

    private static String scopeOf(ServiceType serviceType) {
        return serviceType == ServiceType.INPATIENT ? DISCHARGE : "1";
    }

    private Visit stayOn(char letter, LocalDate day) {
        return visit(letter, ServiceType.INPATIENT, day, day);
    }

    private Visit visit(char letter, ServiceType serviceType, LocalDate from, LocalDate to) {
        Visit.Open visit = Visit.registered(registration(letter, serviceType, from));
        await(world.visits.register(visit));
        List<VisitLine> lines = List.of(
                new VisitLine("1", new FeeLine(1, "ZL0001", null, 10_000, 2_000_000_000L, Money.ofFen(200_000), to)));
        Visit.Open filled = visit.withLines(await(world.visits.storeChunk(visit.id(), lines)), lines);
        await(world.visits.replace(filled));
        if (serviceType != ServiceType.INPATIENT) {
            return filled;
        }
        Visit discharged = filled.discharged(to, TestVisits.act(VisitAct.Action.DISCHARGED, ' '));
        await(world.visits.replace(discharged));
        return discharged;
    }

    private static Registration registration(char letter, ServiceType serviceType, LocalDate from) {
        return new Registration(
                Entries.visit(letter),
                Entries.PERSON,
                Entries.ZHENJIANG,
                Entries.ZHONGSHAN,
                Entries.SHANGHAI,
                serviceType,
                from,
                null,
                CardKind.PROVINCIAL_CARD,
                "MZ-" + letter,
                null,
                new Registration.Request(
                        Entries.ZHONGSHAN + "/key-" + letter,
                        new CanonicalForm("test").text("MZ-" + letter).hash()),
                Entries.NOW);
    }
}
