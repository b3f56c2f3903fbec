package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.Doors.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A long stay that is settled on the way, through its doors. */
@SettlementServiceTest
class InterimDoorsIT {

    private static final String LINE = """
        {"lineNumber":%d,"batch":"1","itemCode":"ZL0001","quantity":"1","unitPrice":"%d","amountFen":%d,
         "serviceDate":"%s"}\
        """;

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void settlesOnTheWayAndTheRestAtTheEnd() {
        String person = Doors.filedPerson();
        String stay = stay(person);

        Answer previewed = preview(stay, interim("2019-09-12")).expect(200);
        Answer first = settle(stay, interim("2019-09-12")).expect(201);
        Answer visit = doors.get(Doors.ZHONGSHAN, "/visits/" + stay).expect(200);
        doors.post(Doors.ZHONGSHAN, "/visits/" + stay + "/discharges", "{\"endedOn\":\"2019-09-20\"}")
                .expect(200);
        Answer last = settle(stay, "{\"usePersonalAccount\":false}").expect(201);

        assertThat(first.number("/interim")).isEqualTo(1);
        assertThat(first.text("/serviceTo")).isEqualTo("2019-09-12");
        assertThat(first.number("/cashPayFen")).isEqualTo(previewed.number("/cashPayFen"));
        assertThat(visit.text("/state")).isEqualTo("OPEN");
        assertThat(visit.body().at("/batches").toString()).contains("\"part\":\"INTERIM-1\"");
        assertThat(last.body().has("interim")).isFalse();
        assertThat(last.text("/serviceFrom")).isEqualTo("2019-09-13");
        assertThat(first.number("/totalCostFen") + last.number("/totalCostFen")).isEqualTo(700_000);
        assertThat(first.number("/deductibleFen")).isPositive();
        assertThat(last.number("/deductibleFen")).isZero();
        assertThat(doors.get(Doors.ZHENJIANG, "/persons/" + person + "/accumulators")
                        .expect(200)
                        .body()
                        .at("/counters")
                        .toString())
                .contains("\"2019/admissions\":1");
        assertThat(midSetlFlag(first)).isEqualTo("1");
        assertThat(midSetlFlag(last)).isEqualTo("0");
        assertThat(doors.get(Doors.ZHONGSHAN, "/settlements/" + last.text("/id") + "/explanation")
                        .expect(200)
                        .raw())
                .contains("中途结算已付");
        assertThat(doors.post(Doors.ZHONGSHAN, "/settlements/" + last.text("/id") + "/recomputations", "")
                        .raw())
                .contains("\"equal\":true");
    }

    @Test
    void freesItsLinesWhenItIsCancelled() {
        String stay = stay(Doors.filedPerson());
        Answer first = settle(stay, interim("2019-09-12")).expect(201);

        Answer undone = doors.post(
                        Doors.ZHONGSHAN,
                        "/settlements/" + first.text("/id") + "/cancellations",
                        "{\"reason\":\"退费\"}",
                        Doors.unique("undo"))
                .expect(201);
        Answer again = settle(stay, interim("2019-09-12")).expect(201);

        assertThat(undone.number("/interim")).isEqualTo(1);
        assertThat(again.number("/totalCostFen")).isEqualTo(first.number("/totalCostFen"));
        assertThat(settle(stay, interim("2019-09-12")).expect(409).text("/state"))
                .isEqualTo("OPEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"usePersonalAccount\":false,\"interim\":true}|until|required",
                "{\"usePersonalAccount\":false,\"until\":\"2019-09-12\"}|until|with-interim",
                "{\"usePersonalAccount\":false,\"interim\":true,\"until\":\"2019-09-09\"}|until|within-visit",
                "{\"usePersonalAccount\":false,\"interim\":true,\"until\":\"2999-01-01\"}|until|not-after-today",
                "{\"usePersonalAccount\":false,\"interim\":true,\"until\":\"today\"}|until|date"
            })
    void namesTheFieldThatIsWrong(String body, String field, String rule) {
        String stay = stay(Doors.filedPerson());

        for (Answer refused : new Answer[] {preview(stay, body), settle(stay, body)}) {
            assertThat(refused.expect(400).text("/errors/0/field")).isEqualTo(field);
            assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
        }
    }

    private String stay(String person) {
        String stay = doors.post(
                        Doors.ZHONGSHAN, "/visits", Doors.registration(person, "INPATIENT"), Doors.unique("visit"))
                .expect(201)
                .text("/id");
        String lines = String.join(
                ",",
                LINE.formatted(1, 3_000, 300_000, "2019-09-10"),
                LINE.formatted(2, 2_500, 250_000, "2019-09-15"),
                LINE.formatted(3, 1_500, 150_000, "2019-09-18"));
        doors.put(Doors.ZHONGSHAN, "/visits/" + stay + "/fee-lines", "{\"lines\":[" + lines + "]}")
                .expect(200);
        return stay;
    }

    private static String interim(String until) {
        return "{\"usePersonalAccount\":false,\"interim\":true,\"until\":\"" + until + "\"}";
    }

    private Answer preview(String stay, String body) {
        return doors.post(Doors.ZHONGSHAN, "/visits/" + stay + "/previews", body);
    }

    private Answer settle(String stay, String body) {
        return doors.post(Doors.ZHONGSHAN, "/visits/" + stay + "/settlements", body, Doors.unique("settle"));
    }

    private String midSetlFlag(Answer settlement) {
        return doors.get(Doors.ZHONGSHAN, "/settlements/" + settlement.text("/id") + "/national-amounts")
                .expect(200)
                .text("/midSetlFlag");
    }
}
