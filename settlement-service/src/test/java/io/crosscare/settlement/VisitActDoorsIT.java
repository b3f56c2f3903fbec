package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.Doors.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a hospital does to its visit between registration and settlement, through its doors. */
@SettlementServiceTest
class VisitActDoorsIT {

    private static final String REASON = "{\"reason\":\"录入有误\"}";
    private static final String DIAGNOSES = """
        {"diagnoses":[
         {"code":"I10.x00","name":"原发性高血压","type":"MAIN","diagnosedOn":"2019-09-10","department":"心内科"},
         {"code":"E11.900","name":"2型糖尿病","type":"SECONDARY","kind":"WESTERN","diagnosedOn":"2019-09-10"}]}\
        """;

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void correctsARegistrationAndTellsWhoDidItAndWhy() {
        String visit = doors.visitD01(Doors.filedPerson());
        String body = "{\"reason\":\"录入有误，身份证 999999194001010013\",\"serviceType\":\"CHRONIC\","
                + "\"specialTreatment\":\"ST03\"}";
        String key = Doors.unique("change");

        Answer changed = post(visit, "changes", body, key).expect(201);
        Answer again = post(visit, "changes", body, key).expect(200);

        assertThat(changed.text("/serviceType")).isEqualTo("CHRONIC");
        assertThat(changed.text("/specialTreatment")).isEqualTo("ST03");
        assertThat(changed.text("/history/0/action")).isEqualTo("CHANGED");
        assertThat(changed.text("/history/0/by")).isEqualTo("his");
        assertThat(changed.text("/history/0/reason")).startsWith("录入有误").doesNotContain("999999194001010013");
        assertThat(again.isReplay()).isTrue();
        assertThat(again.body()).isEqualTo(changed.body());
        post(visit, "changes", body.replace("ST03", "NONE"), key).expect(409);
        assertThat(post(visit, "changes", body.replace("ST03", "NONE"), Doors.unique("change"))
                        .expect(201)
                        .body()
                        .has("specialTreatment"))
                .isFalse();
    }

    @Test
    void cancelsAVisitAndFreesItsNumber() {
        String person = Doors.filedPerson();
        String registration = Doors.registration(person, "OUTPATIENT");
        String key = Doors.unique("visit");
        String visit = doors.post(Doors.ZHONGSHAN, "/visits", registration, key)
                .expect(201)
                .text("/id");

        Answer cancelled =
                post(visit, "cancellations", REASON, Doors.unique("cancel")).expect(201);

        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        Answer again =
                post(visit, "cancellations", REASON, Doors.unique("cancel")).expect(200);
        assertThat(again.isReplay()).isTrue();
        assertThat(again.body()).isEqualTo(cancelled.body());
        assertThat(doors.post(Doors.ZHONGSHAN, "/visits", registration, key)
                        .expect(200)
                        .text("/state"))
                .isEqualTo("CANCELLED");
        doors.post(Doors.ZHONGSHAN, "/visits", registration, Doors.unique("visit"))
                .expect(201);
        assertCancelled(doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", Doors.LINES_D01));
        assertCancelled(doors.post(
                Doors.ZHONGSHAN, "/visits/" + visit + "/previews", "{\"batch\":\"1\",\"usePersonalAccount\":true}"));
        assertCancelled(doors.settle(visit, Doors.unique("settle")));
        assertCancelled(post(visit, "changes", REASON, Doors.unique("change")));
    }

    @Test
    void cancelsNothingThatIsSettledUntilThatIsUndone() {
        String visit = doors.visitD01(Doors.filedPerson());
        String settlement =
                doors.settle(visit, Doors.unique("settle")).expect(201).text("/id");

        Answer refused =
                post(visit, "cancellations", REASON, Doors.unique("cancel")).expect(409);

        assertThat(refused.text("/state")).isEqualTo("SETTLED");
        assertThat(refused.text("/settlementId")).isEqualTo(settlement);
        doors.post(
                        Doors.ZHONGSHAN,
                        "/settlements/" + settlement + "/cancellations",
                        "{\"reason\":\"退费\"}",
                        Doors.unique("undo"))
                .expect(201);
        post(visit, "cancellations", REASON, Doors.unique("cancel")).expect(201);
    }

    @Test
    void withdrawsLinesAndTakesTheirNumbersAgain() {
        String visit = doors.visitD01(Doors.filedPerson());
        String key = Doors.unique("withdraw");
        String body = "{\"reason\":\"重复记账\",\"lineNumbers\":[2,3]}";

        Answer withdrawn = post(visit, "fee-line-withdrawals", body, key).expect(201);
        Answer again = post(visit, "fee-line-withdrawals", body, key).expect(200);

        assertThat(withdrawn.number("/lineCount")).isEqualTo(1);
        assertThat(withdrawn.number("/totalCostFen")).isEqualTo(58_500);
        assertThat(again.body()).isEqualTo(withdrawn.body());
        String other = Doors.LINES_D01.replace("YP0101", "YP0102");
        assertThat(doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", other)
                        .expect(200)
                        .number("/lineCount"))
                .isEqualTo(3);
        doors.settle(visit, Doors.unique("settle")).expect(201);
        Answer settled = post(visit, "fee-line-withdrawals", body, Doors.unique("withdraw"))
                .expect(409);
        assertThat(settled.text("/field")).isEqualTo("lineNumbers[0]");
        assertThat(settled.text("/state")).isEqualTo("SETTLED");
    }

    @Test
    void withdrawsAgainWhatWasWithdrawnAndNothingThatNeverWasThere() {
        String visit = doors.visitD01(Doors.filedPerson());
        String body = "{\"reason\":\"重复记账\",\"lineNumbers\":[3]}";
        post(visit, "fee-line-withdrawals", body, Doors.unique("withdraw")).expect(201);

        Answer again = post(visit, "fee-line-withdrawals", body, Doors.unique("withdraw"))
                .expect(200);
        String key = Doors.unique("withdraw");
        Answer unknown = post(visit, "fee-line-withdrawals", body.replace("3", "2,99"), key)
                .expect(400);

        assertThat(again.isReplay()).isTrue();
        assertThat(unknown.text("/errors/0/field")).isEqualTo("lineNumbers[1]");
        assertThat(unknown.text("/errors/0/rule")).isEqualTo("uploaded");
        Answer left = doors.get(Doors.ZHONGSHAN, "/visits/" + visit).expect(200);
        assertThat(left.number("/lineCount")).isEqualTo(2);
        assertThat(left.body().at("/history").size()).isEqualTo(1);
        post(visit, "fee-line-withdrawals", body.replace("3", "2"), key).expect(201);
    }

    @Test
    void keepsDiagnosesWithTheVisit() {
        String visit = doors.visitD01(Doors.filedPerson());

        Answer kept = doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/diagnoses", DIAGNOSES)
                .expect(200);

        assertThat(kept.text("/diagnoses/0/kind")).isEqualTo("WESTERN");
        assertThat(kept.text("/diagnoses/1/name")).isEqualTo("2型糖尿病");
        assertThat(doors.get(Doors.ZHENJIANG, "/visits/" + visit)
                        .expect(200)
                        .body()
                        .at("/diagnoses"))
                .isEqualTo(kept.body().at("/diagnoses"));
    }

    @Test
    void takesADischargeBackUntilItIsSettled() {
        String visit = doors.post(
                        Doors.ZHONGSHAN,
                        "/visits",
                        Doors.registration(Doors.filedPerson(), "INPATIENT"),
                        Doors.unique("visit"))
                .expect(201)
                .text("/id");
        doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", Doors.LINES_D01)
                .expect(200);
        assertThat(post(visit, "discharge-cancellations", REASON, Doors.unique("back"))
                        .expect(409)
                        .text("/state"))
                .isEqualTo("OPEN");
        discharge(visit);

        Answer goesOn = post(visit, "discharge-cancellations", REASON, Doors.unique("back"))
                .expect(201);

        assertThat(goesOn.body().has("endedOn")).isFalse();
        discharge(visit);
        doors.post(
                        Doors.ZHONGSHAN,
                        "/visits/" + visit + "/settlements",
                        "{\"usePersonalAccount\":false}",
                        Doors.unique("settle"))
                .expect(201);
        Answer settled = post(visit, "discharge-cancellations", REASON, Doors.unique("back"))
                .expect(409);
        assertThat(settled.text("/state")).isEqualTo("SETTLED");
        assertThat(settled.body().has("settlementId")).isTrue();
    }

    @Test
    void asksWhyAnotherDayOfDischargeIsSaid() {
        String visit = doors.post(
                        Doors.ZHONGSHAN,
                        "/visits",
                        Doors.registration(Doors.filedPerson(), "INPATIENT"),
                        Doors.unique("visit"))
                .expect(201)
                .text("/id");
        discharge(visit);
        discharge(visit);
        String path = "/visits/" + visit + "/discharges";

        Answer unreasoned = doors.post(Doors.ZHONGSHAN, path, "{\"endedOn\":\"2019-09-13\"}")
                .expect(400);
        Answer reasoned = doors.post(Doors.ZHONGSHAN, path, "{\"endedOn\":\"2019-09-13\",\"reason\":\"录入有误\"}")
                .expect(200);

        assertThat(unreasoned.text("/errors/0/field")).isEqualTo("reason");
        assertThat(unreasoned.text("/errors/0/rule")).isEqualTo("required-when-changed");
        assertThat(reasoned.text("/endedOn")).isEqualTo("2019-09-13");
        assertThat(reasoned.text("/history/1/reason")).isEqualTo("录入有误");
        assertThat(reasoned.text("/history/1/what/0")).isEqualTo("endedOn");
    }

    @Test
    void saysWhetherThereIsNoSuchBatchOrNoLineAtAll() {
        String visit = doors.visitD01(Doors.filedPerson());
        String preview = "{\"batch\":\"nine\",\"usePersonalAccount\":false}";

        Answer unknown = doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/previews", preview)
                .expect(409);
        post(visit, "fee-line-withdrawals", "{\"reason\":\"重复记账\",\"allUnsettled\":true}", Doors.unique("w"))
                .expect(201);
        Answer empty = doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/previews", preview)
                .expect(409);

        assertThat(unknown.text("/field")).isEqualTo("batch");
        assertThat(unknown.text("/detail")).isEqualTo("the visit has no such batch of fee lines");
        assertThat(empty.text("/field")).isEqualTo("batch");
        assertThat(empty.text("/detail")).isEqualTo("there are no fee lines to settle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "changes|{}|reason|required",
                "changes|{\"reason\":\"x\",\"serviceType\":\"HOTEL\"}|serviceType|one-of",
                "changes|{\"reason\":\"x\",\"startedOn\":\"2999-01-01\"}|startedOn|not-after-today",
                "changes|{\"reason\":\"x\",\"specialTreatment\":\"ST19\"}|specialTreatment|special-treatment",
                "changes|{\"reason\":\"x\",\"startedOn\":\"2019-09-11\"}|startedOn|lines-within",
                "changes|{\"reason\":\"x\",\"endedOn\":\"2019-09-11\"}|endedOn|after-discharge",
                "cancellations|{\"reason\":\" \"}|reason|required",
                "fee-line-withdrawals|{\"reason\":\"x\"}|lineNumbers|one-of-three",
                "fee-line-withdrawals|{\"reason\":\"x\",\"lineNumbers\":[1],\"batch\":\"1\"}|lineNumbers|one-of-three",
                "fee-line-withdrawals|{\"reason\":\"x\",\"lineNumbers\":[0]}|lineNumbers[0]|range",
                "fee-line-withdrawals|{\"reason\":\"x\",\"batch\":\"a b\"}|batch|batch",
                "fee-line-withdrawals|{\"reason\":\"x\",\"lineNumbers\":[99]}|lineNumbers[0]|uploaded",
                "fee-line-withdrawals|{\"reason\":\"x\",\"batch\":\"nine\"}|batch|uploaded"
            })
    void namesTheFieldThatIsWrong(String act, String body, String field, String rule) {
        String visit = doors.visitD01(Doors.filedPerson());

        Answer refused = post(visit, act, body, Doors.unique("act")).expect(400);

        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
    }

    @Test
    void namesTheDiagnosisThatIsWrong() {
        String visit = doors.visitD01(Doors.filedPerson());
        Map<String, String> wrong = Map.of(
                DIAGNOSES.replace("SECONDARY", "MAIN"), "one-main",
                DIAGNOSES.replace("MAIN", "SECONDARY"), "one-main",
                DIAGNOSES.replace("E11.900", "I10.x00"), "unique",
                DIAGNOSES.replace("E11.900", "高血压"), "diagnosis-code",
                DIAGNOSES.replace("WESTERN", "MAGIC"), "one-of");

        wrong.forEach((body, rule) -> {
            Answer refused = doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/diagnoses", body)
                    .expect(400);
            assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
            assertThat(refused.raw()).doesNotContain("I10").doesNotContain("高血压");
        });
    }

    private static void assertCancelled(Answer answer) {
        assertThat(answer.expect(409).text("/state")).isEqualTo("CANCELLED");
    }

    private void discharge(String visit) {
        doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/discharges", "{\"endedOn\":\"2019-09-12\"}")
                .expect(200);
    }

    private Answer post(String visit, String act, String body, String key) {
        return doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/" + act, body, key);
    }
}
