package io.crosscare.filing.insured.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.web.InsuredPersonRequest.CardRequest;
import io.crosscare.filing.insured.web.LookUpRequest.ShownCardRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees what of a person. */
class MaskingByRoleTest {

    private final InsuredPerson person = InsuredPerson.register(
            new PersonId("p" + "a".repeat(26)), People.retiree(), "agency-zhenjiang", Instant.EPOCH);

    @Test
    void showsTheAgencyMaskedNumbers() {
        InsuredPersonResponse shown = InsuredPersonResponse.masked(person);

        assertThat(shown.name()).isEqualTo("王**");
        assertThat(shown.identityNumber()).isEqualTo("3211**********0011");
        assertThat(shown.phone()).isEqualTo("139****0000");
        assertThat(shown.cards().getFirst().number()).isEqualTo("*****5678");
    }

    @Test
    void showsTheHospitalAMaskedNameAndNoNumber() {
        InsuredPersonResponse shown = InsuredPersonResponse.forHospital(person);

        assertThat(shown.name()).isEqualTo("王**");
        assertThat(shown.identityNumber()).isNull();
        assertThat(shown.phone()).isNull();
        assertThat(shown.cards().getFirst().number()).isNull();
    }

    @Test
    void showsAServiceNeitherNameNorNumber() {
        InsuredPersonResponse shown = InsuredPersonResponse.forService(person);

        assertThat(shown.name()).isNull();
        assertThat(shown.toString()).doesNotContain("王", "3211**", "5678", "139");
    }

    @Test
    void printsNothingOfARequest() {
        var card = new CardRequest("PROVINCIAL_CARD", People.CARD_NUMBER, "321100", "ACTIVE");
        var registering = new InsuredPersonRequest(
                "321100",
                People.PERSON_NUMBER,
                "EMPLOYEE",
                "RETIRED",
                People.NAME,
                People.IDENTITY_NUMBER,
                People.PHONE,
                "ACTIVE",
                "321100",
                null,
                List.of(card));
        var shownCard = new ShownCardRequest("PROVINCIAL_CARD", People.CARD_NUMBER);
        var lookingUp = new LookUpRequest("321100", People.IDENTITY_NUMBER, People.NAME, shownCard);

        String printed = registering.toString() + card + shownCard + lookingUp;

        assertThat(printed)
                .doesNotContain(People.NAME, People.IDENTITY_NUMBER, People.CARD_NUMBER, People.PHONE)
                .doesNotContain(People.PERSON_NUMBER);
    }
}
