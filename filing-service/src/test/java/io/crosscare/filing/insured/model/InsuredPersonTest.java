package io.crosscare.filing.insured.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.filing.insured.People;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's versions, and the comparison with what is shown at a window. */
class InsuredPersonTest {

    private static final Instant NOW = Instant.parse("2019-05-06T01:02:03Z");
    private static final PersonId ID = new PersonId("p" + "a".repeat(26));
    private final InsuredPerson person = InsuredPerson.register(ID, People.retiree(), "agency", NOW);

    @Test
    void staysTheSameWhenNothingNewIsSaid() {
        assertThat(person.update(People.retiree(), "agency", NOW)).isSameAs(person);
    }

    @Test
    void namesTheChangedFieldsAndNotTheirValues() {
        Particulars lost = People.with(People.retiree(), List.of(People.card(CardState.LOST)));

        InsuredPerson changed = person.update(lost, "clerk", NOW.plusSeconds(1));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.history())
                .last()
                .isEqualTo(
                        new PersonChange(PersonChange.Action.UPDATED, NOW.plusSeconds(1), "clerk", List.of("cards")));
    }

    @Test
    void refusesThePersonOfAnotherNumber() {
        Particulars other = People.another(People.retiree(), "999", People.IDENTITY_NUMBER);

        assertThatIllegalArgumentException().isThrownBy(() -> person.update(other, "agency", NOW));
    }

    @Test
    void refusesAPersonTypeThePlanDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        People.of(People.ZHENJIANG, InsurancePlan.RESIDENT, PersonType.RETIRED, People.ZHENJIANG));
    }

    @Test
    void namesWhatIsNewOfEntitlementsAndClinic() {
        Particulars plain = People.of(People.ZHENJIANG, InsurancePlan.RESIDENT, PersonType.RESIDENT, People.ZHENJIANG);
        InsuredPerson resident = InsuredPerson.register(ID, plain, "agency", NOW);

        InsuredPerson changed = resident.update(People.residentWithEntitlements(), "agency", NOW);

        assertThat(changed.history().getLast().fields())
                .containsExactly("schoolYear", "statusFrom", "statusTo", "communityClinic", "diseaseEntitlements");
        assertThat(changed.update(People.residentWithEntitlements(), "agency", NOW))
                .isSameAs(changed);
    }

    @Test
    void refusesADiseaseTwiceAtATime() {
        LocalDate day = LocalDate.of(2019, 1, 1);
        var open = People.entitlement(EntitlementKind.CHRONIC_DISEASE, "M1", null, day, null);
        var ended =
                People.entitlement(EntitlementKind.CHRONIC_DISEASE, "M1", null, day.minusYears(1), day.minusDays(1));
        var later = People.entitlement(EntitlementKind.CHRONIC_DISEASE, "M1", null, day.plusYears(1), null);
        var other = People.entitlement(EntitlementKind.SPECIAL_DISEASE, "M1", null, day, null);

        assertThat(Particulars.hasOverlapping(List.of(open, ended, other))).isFalse();
        assertThat(Particulars.hasOverlapping(List.of(open, other, later))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "王测试,PROVINCIAL_CARD,A12345678,Found",
        ",PROVINCIAL_CARD,a12345678,Found",
        "王测试,,,Found",
        ",,,Found",
        "张测试,PROVINCIAL_CARD,A12345678,IdentityMismatch",
        ",PROVINCIAL_CARD,A12345679,IdentityMismatch",
        ",CITY_CITIZEN_CARD,A12345678,IdentityMismatch",
    })
    void comparesWhatIsShownAtTheWindow(
            @Nullable String name, @Nullable CardKind kind, @Nullable String number, String outcome) {
        PersonName shownName = name == null ? null : new PersonName(name);
        ShownCard shownCard = kind == null || number == null ? null : new ShownCard(kind, new CardNumber(number));

        LookUpOutcome compared = person.compareWith(shownName, shownCard);

        assertThat(compared.getClass().getSimpleName()).isEqualTo(outcome);
    }
}
