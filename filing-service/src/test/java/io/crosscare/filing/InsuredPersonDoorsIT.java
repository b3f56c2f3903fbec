package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.Doors.Answer;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Registering, reading and looking up insured persons through the doors. */
@FilingServiceTest
class InsuredPersonDoorsIT {

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void registersAPersonOnceAndAnswersMasked() {
        String identityNumber = Doors.identityNumber();
        String body = Doors.person(Doors.unique("N"), identityNumber);

        Answer first = doors.post(Doors.ZHENJIANG, "/insured-persons", body).expect(201);
        Answer again = doors.post(Doors.ZHENJIANG, "/insured-persons", body).expect(200);

        assertThat(first.text("/personId")).matches("p[a-z2-7]{26}");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.text("/name")).isEqualTo("王**");
        assertThat(first.text("/identityNumber")).isEqualTo("3211**********" + identityNumber.substring(14));
        assertThat(first.text("/cards/0/number")).isEqualTo("*****4321");
    }

    @Test
    void keepsThePersonIdWhenTheRegionSaysSomethingNew() {
        String body = Doors.person(Doors.unique("N"), Doors.identityNumber());
        Answer first = doors.post(Doors.ZHENJIANG, "/insured-persons", body).expect(201);

        Answer changed = doors.post(
                        Doors.ZHENJIANG, "/insured-persons", body.replace("\"state\":\"ACTIVE\"", "\"state\":\"LOST\""))
                .expect(200);

        assertThat(changed.text("/personId")).isEqualTo(first.text("/personId"));
        assertThat(changed.body().at("/version").asLong()).isEqualTo(2);
        assertThat(changed.text("/cards/0/state")).isEqualTo("LOST");
    }

    @Test
    void keepsClinicAndEntitlementsAndShowsThemAgain() {
        String body = Doors.person(Doors.unique("N"), Doors.identityNumber())
                .replace("\"EMPLOYEE\"", "\"RESIDENT\"")
                .replace("\"RETIRED\"", "\"RESIDENT\"")
                .replace(
                        "\"cards\"",
                        "\"statusFrom\":\"2019-01-01\",\"communityClinic\":\"H32110000046\",\"diseaseEntitlements\":"
                                + "[{\"kind\":\"CHRONIC_DISEASE\",\"diseaseCode\":\"M03900\",\"diseaseName\":\"测试病种\","
                                + "\"institution\":\"H31000000001\",\"from\":\"2019-01-01\"}],\"cards\"");
        String path = "/insured-persons/" + doors.register(body);

        Answer agency = doors.get(Doors.ZHENJIANG, path).expect(200);
        Answer hospital = doors.get(Doors.HOSPITAL, path).expect(200);

        assertThat(agency.text("/communityClinic")).isEqualTo("H32110000046");
        assertThat(agency.text("/statusFrom")).isEqualTo("2019-01-01");
        assertThat(agency.text("/diseaseEntitlements/0/diseaseName")).isEqualTo("测试病种");
        assertThat(agency.text("/diseaseEntitlements/0/from")).isEqualTo("2019-01-01");
        assertThat(hospital.text("/diseaseEntitlements/0/diseaseCode")).isEqualTo("M03900");
    }

    @Test
    void refusesAnIdentityNumberThatIsAnotherPersons() {
        String identityNumber = Doors.identityNumber();
        doors.register(Doors.person(Doors.unique("N"), identityNumber));
        String taken = Doors.person(Doors.unique("N"), identityNumber);
        String own = Doors.person(Doors.unique("N"), Doors.identityNumber());
        doors.register(own);

        doors.post(Doors.ZHENJIANG, "/insured-persons", taken).expect(409);
        String changedToTaken = own.replaceFirst("3211021900\\d{8}", identityNumber);
        doors.post(Doors.ZHENJIANG, "/insured-persons", changedToTaken).expect(409);
    }

    @Test
    void makesOnePersonOfManyRequestsAtOnce() {
        String body = Doors.person(Doors.unique("N"), Doors.identityNumber());

        var answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(_ -> doors.post(Doors.ZHENJIANG, "/insured-persons", body))
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.text("/personId"))
                .containsOnly(answers.getFirst().text("/personId"));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
    }

    @Test
    void showsEachCallerItsPart() {
        String personId = doors.registerRetiree();
        String path = "/insured-persons/" + personId;

        Answer agency = doors.get(Doors.ZHENJIANG, path).expect(200);
        Answer self = doors.get(Doors.insured(personId), path).expect(200);
        Answer hospital = doors.get(Doors.HOSPITAL, path).expect(200);
        Answer service = doors.get(Doors.SERVICE, path).expect(200);

        assertThat(agency.body().has("identityNumber")).isTrue();
        assertThat(self.body()).isEqualTo(agency.body());
        assertThat(hospital.text("/name")).isEqualTo("王**");
        assertThat(hospital.body().has("identityNumber")).isFalse();
        assertThat(hospital.body().at("/cards/0").has("number")).isFalse();
        assertThat(service.body().has("name")).isFalse();
        assertThat(service.text("/insuranceStatus")).isEqualTo("ACTIVE");
        assertThat(service.body().at("/cards/0").has("number")).isFalse();
    }

    @Test
    void answersTheSameForUnknownAndNotYours() {
        String known = "/insured-persons/" + doors.registerRetiree();
        String unknown = "/insured-persons/" + Doors.UNKNOWN_PERSON;

        for (Caller caller :
                new Caller[] {Doors.NANJING, Doors.OPERATOR, Doors.PLATFORM, Doors.insured(Doors.UNKNOWN_PERSON)}) {
            Answer notYours = doors.get(caller, known).expect(404);
            Answer notThere = doors.get(caller, unknown).expect(404);
            assertThat(notYours.text("/detail")).isEqualTo(notThere.text("/detail"));
        }
    }

    @Test
    void lookingUpGivesThePersonBehindACredential() {
        String identityNumber = Doors.identityNumber().substring(0, 17) + "X";
        String personId = doors.register(Doors.person(Doors.unique("N"), identityNumber));

        Answer found = doors.post(
                        Doors.HOSPITAL,
                        "/insured-persons/lookups",
                        lookUp(identityNumber.toLowerCase(Locale.ROOT), "\"王测试\"", "a87654321"))
                .expect(200);

        assertThat(found.text("/personId")).isEqualTo(personId);
        assertThat(found.text("/name")).isEqualTo("王**");
        assertThat(found.body().at("/card").propertyNames()).containsExactly("kind", "issuedBy", "state");
        assertThat(found.body().has("identityNumber")).isFalse();
    }

    @Test
    void lookingUpByTheRegionsOwnNumberFindsTheSamePerson() {
        String number = Doors.unique("N");
        String identity = Doors.identityNumber();
        String personId = doors.register(Doors.person(number, identity));

        assertThat(lookUp("\"personNumber\":\"%s\"".formatted(number))
                        .expect(200)
                        .text("/personId"))
                .isEqualTo(personId);
        assertThat(lookUp("\"personNumber\":\"%s\",\"identityNumber\":\"%s\"".formatted(number, identity))
                        .expect(200)
                        .text("/personId"))
                .isEqualTo(personId);
        assertThat(lookUp("\"personNumber\":\"%s\",\"identityNumber\":\"%s\"".formatted(number, Doors.identityNumber()))
                        .expect(422)
                        .text("/reason"))
                .isEqualTo("IDENTITY_MISMATCH");
        assertThat(lookUp("\"personNumber\":\"%s\"".formatted(Doors.unique("N")))
                        .expect(422)
                        .text("/reason"))
                .isEqualTo("PERSON_UNKNOWN");
    }

    private Answer lookUp(String numbers) {
        return doors.post(
                Doors.ZHENJIANG, "/insured-persons/lookups", "{\"insuredRegion\":\"321100\"," + numbers + "}");
    }

    @Test
    void lookingUpByAFifteenDigitNumberFindsTheSamePerson() {
        String personId = doors.register(Doors.person(Doors.unique("N"), "110105000230001"));

        Answer found = doors.post(
                Doors.HOSPITAL, "/insured-persons/lookups", lookUp("110105190002300019", "null", "A87654321"));

        assertThat(found.expect(200).text("/personId")).isEqualTo(personId);
    }

    @ParameterizedTest
    @CsvSource({
        "same,\"张测试\",A87654321,IDENTITY_MISMATCH",
        "same,null,A87654322,IDENTITY_MISMATCH",
        "other,null,A87654321,PERSON_UNKNOWN"
    })
    void refusesACredentialThatIsNobodysOrSomebodyElses(
            String identity, String name, String cardNumber, String reason) {
        String identityNumber = Doors.identityNumber();
        doors.register(Doors.person(Doors.unique("N"), identityNumber));
        String shown = identity.equals("same") ? identityNumber : Doors.identityNumber();

        Answer refused = doors.post(Doors.HOSPITAL, "/insured-persons/lookups", lookUp(shown, name, cardNumber))
                .expect(422);

        assertThat(refused.text("/type")).isEqualTo("urn:crosscare:problem:refused");
        assertThat(refused.text("/reason")).isEqualTo(reason);
        assertThat(refused.text("/message")).isNotBlank().hasSizeLessThanOrEqualTo(60);
        assertThat(refused.text("/responsible/region")).startsWith("32");
        assertThat(refused.text("/nextStep")).isNotBlank();
        assertThat(refused.text("/decidedOn")).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    @Test
    void letsOnlyWindowsAndTheRegionsAgencyLookUp() {
        String identityNumber = Doors.identityNumber();
        doors.register(Doors.person(Doors.unique("N"), identityNumber));
        String withoutCard = "{\"insuredRegion\":\"321100\",\"identityNumber\":\"%s\"}".formatted(identityNumber);

        doors.post(Doors.ZHENJIANG, "/insured-persons/lookups", withoutCard).expect(200);
        doors.post(Doors.NANJING, "/insured-persons/lookups", withoutCard).expect(403);
        doors.post(Doors.SERVICE, "/insured-persons/lookups", withoutCard).expect(403);
        Answer hospital = doors.post(Doors.HOSPITAL, "/insured-persons/lookups", withoutCard)
                .expect(400);
        assertThat(hospital.text("/errors/0/field")).isEqualTo("card");
    }

    @Test
    void letsOnlyTheRegionsAgencyRegister() {
        String body = Doors.person(Doors.unique("N"), Doors.identityNumber());

        doors.post(Doors.NANJING, "/insured-persons", body).expect(403);
        doors.post(Doors.HOSPITAL, "/insured-persons", body).expect(403);
        doors.post(Doors.SERVICE, "/insured-persons", body).expect(403);
    }

    private static String lookUp(String identityNumber, String name, String cardNumber) {
        return """
            {"insuredRegion":"321100","identityNumber":"%s","name":%s,"card":{"kind":"PROVINCIAL_CARD","number":"%s"}}\
            """.formatted(identityNumber, name, cardNumber);
    }
}
