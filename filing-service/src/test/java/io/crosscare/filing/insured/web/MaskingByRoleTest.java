package io.crosscare.filing.insured.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
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

    private static final InstitutionCode HOSPITAL = new InstitutionCode("H31000000001");
    private final InsuredPerson resident = InsuredPerson.register(
            new PersonId("p" + "b".repeat(26)), People.residentWithEntitlements(), "agency-zhenjiang", Instant.EPOCH);
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
        InsuredPersonResponse shown = InsuredPersonResponse.forHospital(person, HOSPITAL);

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
        var entitlement = new EntitlementRequest("CHRONIC_DISEASE", "M03900", People.DISEASE, null, "2019-01-01", null);
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
                List.of(card),
                null,
                null,
                null,
                List.of(entitlement));
        var shownCard = new ShownCardRequest("PROVINCIAL_CARD", People.CARD_NUMBER);
        var lookingUp =
                new LookUpRequest("321100", People.IDENTITY_NUMBER, People.PERSON_NUMBER, People.NAME, shownCard);

        String printed = registering.toString() + card + entitlement + shownCard + lookingUp;

        assertThat(printed)
                .doesNotContain(People.NAME, People.IDENTITY_NUMBER, People.CARD_NUMBER, People.PHONE)
                .doesNotContain(People.PERSON_NUMBER, People.DISEASE);
    }

    @Test
    void showsAHospitalOnlyTheEntitlementsThatChoseIt() {
        InsuredPersonResponse chosen = InsuredPersonResponse.forHospital(resident, People.CLINIC);
        InsuredPersonResponse other = InsuredPersonResponse.forHospital(resident, HOSPITAL);

        assertThat(chosen.diseaseEntitlements()).singleElement().satisfies(shown -> {
            assertThat(shown.diseaseCode()).isEqualTo("M03900");
            assertThat(shown.diseaseName()).isEqualTo(People.DISEASE);
        });
        assertThat(other.diseaseEntitlements()).isNull();
    }

    @Test
    void showsTheAgencyEveryEntitlementAndAServiceTheirCodes() {
        InsuredPersonResponse agency = InsuredPersonResponse.masked(resident);
        InsuredPersonResponse service = InsuredPersonResponse.forService(resident);

        assertThat(agency.diseaseEntitlements())
                .extracting(shown -> shown.diseaseCode())
                .containsExactly("M03900", "M00500");
        assertThat(service.diseaseEntitlements())
                .hasSize(2)
                .allSatisfy(shown -> assertThat(shown.diseaseName()).isNull());
        assertThat(service.toString()).doesNotContain(People.DISEASE);
    }
}
