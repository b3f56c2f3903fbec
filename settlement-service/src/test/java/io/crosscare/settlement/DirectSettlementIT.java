package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.Doors.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job through the doors, on real stores: golden case D01, its replay, and the second press of the button. */
@SettlementServiceTest
class DirectSettlementIT {

    private static final Map<String, Long> D01 = Map.ofEntries(
            Map.entry("totalCostFen", 101_355L),
            Map.entry("fullSelfPayFen", 4_200L),
            Map.entry("overLimitSelfPayFen", 0L),
            Map.entry("upfrontSelfPayFen", 3_866L),
            Map.entry("eligibleCostFen", 93_289L),
            Map.entry("transferSelfPayFen", 0L),
            Map.entry("deductibleFen", 15_000L),
            Map.entry("reimbursementRatioBp", 6_500L),
            Map.entry("pooledFundPayFen", 50_888L),
            Map.entry("largeAmountPayFen", 0L),
            Map.entry("seriousIllnessPayFen", 0L),
            Map.entry("fundPayFen", 50_888L),
            Map.entry("personalPayFen", 50_467L),
            Map.entry("personalAccountPayFen", 20_000L),
            Map.entry("cashPayFen", 30_467L));

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void settlesTheGoldenCaseToTheFen() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        String visit = doors.visitD01(person);

        Answer preview = doors.post(
                        Doors.ZHONGSHAN,
                        "/visits/" + visit + "/previews",
                        "{\"batch\":\"1\",\"usePersonalAccount\":true}")
                .expect(200);
        assertThat(preview.text("/warnings/0/code")).isEqualTo("ITEM_NOT_IN_CATALOGUE");
        assertThat(preview.text("/warnings/0/zh")).endsWith("第 3 条 XX9999");
        assertThat(preview.text("/warnings/1/code")).isEqualTo("FIGURE_ASSUMED");
        Answer settled = doors.post(
                        Doors.ZHONGSHAN,
                        "/visits/" + visit + "/settlements",
                        """
                        {"batch":"1","usePersonalAccount":true,"head":%s,"invoiceNumber":"FP-1"}\
                        """.formatted(preview.body().at("/head")),
                        Doors.unique("settle"))
                .expect(201);

        D01.forEach((field, fen) -> {
            assertThat(preview.number("/" + field)).as("previewed " + field).isEqualTo(fen);
            assertThat(settled.number("/" + field)).as("settled " + field).isEqualTo(fen);
        });
        assertThat(settled.text("/id")).isEqualTo(person + ":0000000003");
        assertThat(settled.headers().firstValue("Settlement-State")).hasValue("LIVE");
        assertThat(settled.text("/filingCategory")).isEqualTo("RETIRED_RESETTLED");
        assertThat(settled.body().at("/flags").isEmpty()).isTrue();
        assertThat(doors.get(Doors.ZHONGSHAN, "/visits/" + visit).expect(200).text("/state"))
                .isEqualTo("SETTLED");
    }

    @Test
    void explainsASettlementByItsOwnBill() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        String id = doors.settle(doors.visitD01(person), Doors.unique("settle"))
                .expect(201)
                .text("/id");

        Answer explained = doors.get(Doors.ZHONGSHAN, "/settlements/" + id + "/explanation")
                .expect(200);
        Answer sheet = doors.get(Doors.ZHONGSHAN, "/settlements/" + id + "/explanation", "text/plain")
                .expect(200);

        assertThat(explained.number("/steps/0/amountFen")).isEqualTo(101_355);
        assertThat(explained.body().at("/lines").size()).isEqualTo(3);
        String path = "/settlements/" + id + "/explanation";
        Answer without = doors.get(Doors.ZHONGSHAN, path + "?lines=false").expect(200);
        assertThat(without.body().has("lines")).isFalse();
        assertThat(without.raw()).doesNotContain("\"LINE\"");
        assertThat(doors.get(Doors.ZHONGSHAN, path + "?lines=false", "text/plain")
                        .expect(200)
                        .raw())
                .contains("另 3 条 and 3 more lines");
        assertThat(doors.get(Doors.ZHONGSHAN, path + "?lines=false", "text/html")
                        .expect(200)
                        .raw())
                .contains("另 3 条 and 3 more lines");
        Answer one = doors.get(Doors.ZHONGSHAN, path + "/lines?lineNumber=2").expect(200);
        assertThat(one.text("/items/0/itemCode")).isEqualTo("YP0101");
        assertThat(one.text("/parts/0/rule")).isEqualTo("UPFRONT_SELF_PAY");
        assertThat(one.text("/parts/0/formulaZh")).contains("乙类");
        assertThat(one.text("/parts/0/references/0/id")).isNotBlank();
        doors.get(Doors.ZHONGSHAN, path + "/lines?lineNumber=4").expect(404);
        doors.get(Doors.ZHONGSHAN, path + "/lines?lineNumber=0").expect(400);
        assertThat(sheet.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(sheet.raw()).contains(id, "复旦大学附属中山医院", "1,013.55", "304.67", "假设");
        Answer page = doors.get(Doors.ZHONGSHAN, "/settlements/" + id + "/explanation", "text/html")
                .expect(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(page.raw()).startsWith("<!DOCTYPE html>").contains(id, "复旦大学附属中山医院", ">1,013.55<", ">304.67<");
    }

    @Test
    void warnsThatASpecialDiseaseIsNotSettledAway() {
        String held = previewed("2019-01-01");
        String laterHeld = previewed("2019-10-01");

        assertThat(held).isEqualTo("SPECIAL_DISEASE_NOT_SETTLED_AWAY");
        assertThat(laterHeld).isNotEqualTo(held);
    }

    /** The first warning of a preview for somebody who holds an entitlement from that day on. */
    private String previewed(String from) {
        String person = Doors.filedPerson();
        Neighbours.running().know(person, """
            {"personId":"%s","insuredRegion":"321100","plan":"EMPLOYEE","personType":"RETIRED",
             "insuranceStatus":"ACTIVE","householdRegistration":"321100","schoolYear":false,
             "cards":[{"kind":"PROVINCIAL_CARD","issuedBy":"321100","state":"ACTIVE"}],
             "diseaseEntitlements":[{"kind":"SPECIAL_DISEASE","diseaseCode":"M00500","from":"%s"},
                                    {"kind":"CHRONIC_DISEASE","diseaseCode":"M03900","from":"2019-01-01"}],"version":1}\
            """.formatted(person, from));
        return doors.post(
                        Doors.ZHONGSHAN,
                        "/visits/" + doors.visitD01(person) + "/previews",
                        "{\"batch\":\"1\",\"usePersonalAccount\":true}")
                .expect(200)
                .text("/warnings/0/code");
    }

    @Test
    void explainsALongBillLineByLine() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        String id = doors.settle(doors.visitD01(person), Doors.unique("settle"))
                .expect(201)
                .text("/id");
        String path = "/settlements/" + id + "/explanation";

        Answer steps = doors.get(Doors.ZHONGSHAN, path + "?lines=false").expect(200);
        Answer first = doors.get(Doors.ZHONGSHAN, path + "/lines?limit=2").expect(200);
        Answer last = doors.get(Doors.ZHONGSHAN, path + "/lines?limit=2&cursor=" + first.text("/nextCursor"))
                .expect(200);

        assertThat(steps.body().at("/lines").isMissingNode()).isTrue();
        assertThat(first.number("/items/1/lineNumber")).isEqualTo(2);
        assertThat(last.number("/items/0/lineNumber")).isEqualTo(3);
        assertThat(last.body().at("/nextCursor").isMissingNode()).isTrue();
        doors.get(Doors.ZHONGSHAN, path + "/lines?cursor=x").expect(400);
        doors.get(Doors.ZHONGSHAN, path + "?lines=some").expect(400);
    }

    @Test
    void provesASettlementByComputingItAgain() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        String id = doors.settle(doors.visitD01(person), Doors.unique("settle"))
                .expect(201)
                .text("/id");

        Answer again = doors.post(Doors.ZHENJIANG, "/settlements/" + id + "/recomputations", "")
                .expect(200);

        assertThat(again.body().at("/equal").asBoolean()).isTrue();
        assertThat(again.body().at("/recomputed")).isEqualTo(again.body().at("/stored"));
        Answer national = doors.get(Doors.ZHONGSHAN, "/settlements/" + id + "/national-amounts")
                .expect(200);
        assertThat(national.text("/amounts/medfee_sumamt")).isEqualTo("1013.55");
        assertThat(national.text("/amounts/balc")).isEqualTo("0.00");
        D01.forEach((field, fen) ->
                assertThat(again.number("/recomputed/" + field)).as(field).isEqualTo(fen));
        doors.post(Doors.NANJING, "/settlements/" + id + "/recomputations", "").expect(404);
    }

    @Test
    void answersTheSameRequestWithTheSameSettlement() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        String key = Doors.unique("settle");

        Answer first = doors.settle(visit, key).expect(201);
        Answer again = doors.settle(visit, key).expect(200);

        assertThat(again.raw()).isEqualTo(first.raw());
        assertThat(again.isReplay()).isTrue();
        assertThat(again.headers().firstValue("Settlement-State")).hasValue("LIVE");
        assertThat(doors.get(Doors.ZHENJIANG, "/persons/" + person + "/chain")
                        .expect(200)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void refusesTheSameKeyWithAnotherContent() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        String key = Doors.unique("settle");
        doors.settle(visit, key).expect(201);

        Answer other = doors.post(
                Doors.ZHONGSHAN, "/visits/" + visit + "/settlements", Doors.SETTLE.replace("true", "false"), key);

        assertThat(other.expect(409).text("/type")).endsWith("idempotency-conflict");
    }

    @Test
    void refusesASecondSettlementOfTheBatchUnderAnotherKey() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        String id = doors.settle(visit, Doors.unique("settle")).expect(201).text("/id");

        Answer second = doors.settle(visit, Doors.unique("settle")).expect(422);

        assertThat(second.text("/reason")).isEqualTo("ALREADY_SETTLED");
        assertThat(second.text("/settlementId")).isEqualTo(id);
        assertThat(second.text("/message")).hasSizeLessThanOrEqualTo(60);
        assertThat(second.text("/responsible/name")).isEqualTo("复旦大学附属中山医院");
    }

    @Test
    void refusesWithoutAFilingAndSettlesUnderTheSameKeyOnceThereIsOne() {
        String person = Doors.person();
        String visit = doors.visitD01(person);
        String key = Doors.unique("settle");

        Answer refused = doors.settle(visit, key).expect(422);
        Neighbours.running().file(person);
        Answer settled = doors.settle(visit, key).expect(201);

        assertThat(refused.text("/reason")).isEqualTo("NO_FILING");
        assertThat(refused.text("/decidedOn")).isEqualTo("2019-09-10");
        assertThat(refused.text("/nextStep")).isNotBlank();
        assertThat(settled.headers().firstValue("Settlement-State")).hasValue("LIVE");
    }

    @Test
    void warnsAtRegistrationOfWhatWillBeRefused() {
        String person = Doors.person();

        Answer registered = doors.register(Doors.ZHONGSHAN, person).expect(201);

        assertThat(registered.text("/warnings/0/reason")).isEqualTo("NO_FILING");
        assertThat(registered.text("/warnings/0/messageZh")).isNotBlank();
    }

    @Test
    void neverSaysNoWhileAnOwnerIsSilent() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        String key = Doors.unique("settle");

        Neighbours.running().silentDuring(() -> {
            Answer unavailable = doors.settle(visit, key).expect(503);

            assertThat(unavailable.text("/type")).endsWith("peer-unavailable");
            assertThat(unavailable.headers().firstValue("Retry-After")).isPresent();
        });

        assertThat(doors.get(Doors.ZHONGSHAN, "/visits/" + visit).text("/state"))
                .isEqualTo("OPEN");
    }

    @Test
    void refusesAnInstitutionWhoseLevelNobodyKnows() {
        String person = Doors.filedPerson();
        String visit = doors.register(Doors.LEVEL_UNKNOWN, person).expect(201).text("/id");
        doors.put(Doors.LEVEL_UNKNOWN, "/visits/" + visit + "/fee-lines", Doors.LINES_D01)
                .expect(200);

        Answer refused = doors.post(
                Doors.LEVEL_UNKNOWN, "/visits/" + visit + "/settlements", Doors.SETTLE, Doors.unique("settle"));

        assertThat(refused.expect(422).text("/reason")).isEqualTo("INSTITUTION_LEVEL_UNKNOWN");
    }

    @Test
    void settlesFurtherBatchesOfAnOutpatientVisit() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        doors.settle(visit, Doors.unique("settle")).expect(201);
        String second = Doors.LINES_D01
                .replace("\"batch\":\"1\"", "\"batch\":\"2\"")
                .replace("\"lineNumber\":", "\"lineNumber\":10");
        doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", second).expect(200);

        Answer settled = doors.post(
                Doors.ZHONGSHAN,
                "/visits/" + visit + "/settlements",
                Doors.SETTLE.replace("\"batch\":\"1\"", "\"batch\":\"2\""),
                Doors.unique("settle"));

        assertThat(settled.expect(201).text("/id")).endsWith(":0000000002");
        assertThat(doors.get(Doors.ZHENJIANG, "/visits/" + visit).expect(200).text("/state"))
                .isEqualTo("SETTLED");
    }

    @Test
    void refusesWhatWasPreviewedOnAnotherHeadWhenTheAmountsDiffer() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        Answer preview = doors.post(
                        Doors.ZHONGSHAN,
                        "/visits/" + visit + "/previews",
                        "{\"batch\":\"1\",\"usePersonalAccount\":true}")
                .expect(200);
        doors.openD01(person);

        Answer stale = doors.post(
                        Doors.ZHONGSHAN,
                        "/visits/" + visit + "/settlements",
                        "{\"batch\":\"1\",\"usePersonalAccount\":true,\"head\":%s}"
                                .formatted(preview.body().at("/head")),
                        Doors.unique("settle"))
                .expect(422);

        assertThat(stale.text("/reason")).isEqualTo("PREVIEW_STALE");
        assertThat(doors.get(Doors.ZHONGSHAN, "/visits/" + visit).text("/state"))
                .isEqualTo("OPEN");
        Answer settled = doors.settle(visit, Doors.unique("settle")).expect(201);
        assertThat(settled.text("/flags/0")).isEqualTo("PREVIEW_NOT_COMPARED");
    }

    @Test
    void settlesAStayAfterItsDischarge() {
        String person = Doors.filedPerson();
        String visit = doors.post(
                        Doors.ZHONGSHAN, "/visits", Doors.registration(person, "INPATIENT"), Doors.unique("visit"))
                .expect(201)
                .text("/id");
        doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", Doors.LINES_D01)
                .expect(200);
        String settle = "{\"usePersonalAccount\":false}";
        doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/settlements", settle, Doors.unique("settle"))
                .expect(409);
        doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/discharges", "{\"endedOn\":\"2019-09-17\"}")
                .expect(200);

        Answer settled = doors.post(
                        Doors.ZHONGSHAN, "/visits/" + visit + "/settlements", settle, Doors.unique("settle"))
                .expect(201);

        assertThat(settled.text("/serviceFrom")).isEqualTo("2019-09-10");
        assertThat(settled.text("/serviceTo")).isEqualTo("2019-09-17");
        assertThat(doors.get(Doors.ZHENJIANG, "/persons/" + person + "/accumulators")
                        .expect(200)
                        .body()
                        .at("/counters")
                        .get("2019/admissions")
                        .asLong())
                .isEqualTo(1);
    }
}
