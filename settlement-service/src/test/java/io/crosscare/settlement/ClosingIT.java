package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.Doors.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A move to another pool through the doors, on real stores. */
@SettlementServiceTest
class ClosingIT {

    private static final String TO_SHANGHAI =
            "{\"movedTo\":\"310000\",\"closedOn\":\"2019-12-31\",\"reason\":\"转往上海\"}";

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void paysTheAccountOutAndCertifiesWhatIsCarried() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        String key = Doors.unique("close");

        Answer closed = close(person, TO_SHANGHAI, key).expect(201);

        assertThat(closed.text("/kind")).isEqualTo("CLOSING");
        assertThat(closed.text("/closing/movedTo")).isEqualTo("310000");
        assertThat(closed.number("/closing/carried/account")).isEqualTo(20_000);
        assertThat(closed.body().at("/closing/carried/2019~1pooled.outpatient").asLong())
                .isEqualTo(120_000);
        assertThat(counters(person).get("closed").asLong()).isEqualTo(1);
        assertThat(counters(person).has("account")).isFalse();
        assertThat(close(person, TO_SHANGHAI, key).expect(200).raw()).isEqualTo(closed.raw());
        close(person, TO_SHANGHAI, Doors.unique("close")).expect(409);
    }

    @Test
    void settlesNothingAfterwardsButTakesBackWhatWasSettledBefore() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        JsonNode before = counters(person);
        String first = doors.settle(doors.visitD01(person), Doors.unique("settle"))
                .expect(201)
                .text("/id");
        String visit = doors.visitD01(person);
        close(person, TO_SHANGHAI, Doors.unique("close")).expect(201);

        Answer refused = doors.settle(visit, Doors.unique("settle")).expect(422);
        assertThat(refused.text("/reason")).isEqualTo("INSURANCE_SUSPENDED");
        assertThat(refused.text("/message")).contains("转出");
        doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/previews", "{\"batch\":\"1\",\"usePersonalAccount\":false}")
                .expect(422);
        doors.post(
                        Doors.ZHENJIANG,
                        "/persons/" + person + "/account-credits",
                        "{\"amountFen\":1,\"reason\":\"划入\"}",
                        Doors.unique("credit"))
                .expect(409);
        doors.post(
                        Doors.ZHONGSHAN,
                        "/settlements/" + first + "/cancellations",
                        "{\"reason\":\"退费\"}",
                        Doors.unique("cancel"))
                .expect(201);

        assertThat(counters(person).get("2019/pooled.outpatient")).isEqualTo(before.get("2019/pooled.outpatient"));
        assertThat(counters(person).get("account").asLong()).isEqualTo(20_000);
    }

    @Test
    void isOpenedAgainByAnOpening() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        close(person, TO_SHANGHAI, Doors.unique("close")).expect(201);
        doors.settle(visit, Doors.unique("settle")).expect(422);

        doors.openD01(person);

        assertThat(counters(person).has("closed")).isFalse();
        doors.settle(visit, Doors.unique("settle")).expect(201);
        close(person, TO_SHANGHAI, Doors.unique("close")).expect(201);
    }

    @Test
    void takesACreditThatItRefusedOnceItIsOpenAgain() {
        String person = Doors.filedPerson();
        close(person, TO_SHANGHAI, Doors.unique("close")).expect(201);
        String key = Doors.unique("credit");
        credit(person, 700, key).expect(409);
        credit(person, 700, key).expect(409);
        doors.openD01(person);
        long before = counters(person).get("account").asLong();

        Answer credited = credit(person, 900, key).expect(201);

        assertThat(credited.text("/kind")).isEqualTo("ACCOUNT_CREDIT");
        assertThat(counters(person).get("account").asLong()).isEqualTo(before + 900);
        assertThat(credit(person, 900, key).expect(200).raw()).isEqualTo(credited.raw());
        credit(person, 700, key).expect(409);
    }

    private Answer credit(String person, long fen, String key) {
        return doors.post(
                Doors.ZHENJIANG,
                "/persons/" + person + "/account-credits",
                "{\"amountFen\":%d,\"reason\":\"划入\"}".formatted(fen),
                key);
    }

    @Test
    void refusesByField() {
        String person = Doors.person();

        assertInvalid(person, TO_SHANGHAI.replace("310000", "321100"), "movedTo");
        assertInvalid(person, TO_SHANGHAI.replace("310000", "999999"), "movedTo");
        assertInvalid(person, TO_SHANGHAI.replace("2019-12-31", "2999-12-31"), "closedOn");
        doors.post(Doors.ZHONGSHAN, "/persons/" + person + "/closings", TO_SHANGHAI, Doors.unique("close"))
                .expect(403);
        doors.post(Doors.ZHENJIANG, "/persons/" + person + "/closings", TO_SHANGHAI)
                .expect(400);
    }

    private Answer close(String person, String body, String key) {
        return doors.post(Doors.ZHENJIANG, "/persons/" + person + "/closings", body, key);
    }

    private JsonNode counters(String person) {
        return doors.get(Doors.ZHENJIANG, "/persons/" + person + "/accumulators")
                .body()
                .get("counters");
    }

    private void assertInvalid(String person, String body, String field) {
        assertThat(close(person, body, Doors.unique("close")).expect(400).text("/errors/0/field"))
                .isEqualTo(field);
    }
}
