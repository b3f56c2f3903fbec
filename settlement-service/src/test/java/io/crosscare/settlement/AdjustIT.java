package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.Doors.Answer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Part refunds through the doors, on real stores. */
@SettlementServiceTest
class AdjustIT {

    /** Half of the treatment of D01, 292.50 yuan. */
    private static final String HALF =
            "{\"returns\":[{\"lineNumber\":1,\"quantity\":\"0.5\",\"amountFen\":29250}],\"reason\":\"部分退费\"}";

    private static final String DRUGS =
            "{\"returns\":[{\"lineNumber\":2,\"quantity\":\"3\",\"amountFen\":38655}],\"reason\":\"退药\"}";

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void givesBackAPartAndSaysWhatTheCashierGivesBack() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        String visit = doors.visitD01(person);
        Answer settled = doors.settle(visit, Doors.unique("settle")).expect(201);

        Answer adjusted =
                adjust(settled.text("/id"), HALF, Doors.unique("adjust")).expect(201);

        assertThat(adjusted.text("/kind")).isEqualTo("ADJUSTMENT");
        assertThat(adjusted.headers().firstValue("Settlement-State")).hasValue("LIVE");
        assertThat(adjusted.number("/totalCostFen")).isEqualTo(101_355 - 29_250);
        assertThat(adjusted.text("/adjustment/originalId")).isEqualTo(settled.text("/id"));
        assertThat(adjusted.number("/adjustment/moved/totalCostFen")).isEqualTo(-29_250);
        for (String amount : List.of("fundPayFen", "personalPayFen", "cashPayFen", "personalAccountPayFen")) {
            assertThat(settled.number("/" + amount) + adjusted.number("/adjustment/moved/" + amount))
                    .as(amount)
                    .isEqualTo(adjusted.number("/" + amount));
        }
        assertThat(adjusted.number("/adjustment/cashBackFen"))
                .isEqualTo(settled.number("/cashPayFen") - adjusted.number("/cashPayFen"))
                .isPositive();
        assertThat(adjusted.number("/adjustment/accountBackFen"))
                .isEqualTo(settled.number("/personalAccountPayFen") - adjusted.number("/personalAccountPayFen"));
    }

    @Test
    void isReadExplainedAndRecomputedAsASettlement() {
        Answer adjusted = adjusted(Doors.filedPerson());
        String path = "/settlements/" + adjusted.text("/id");

        Answer read = doors.get(Doors.ZHENJIANG, path).expect(200);
        assertThat(read.text("/state")).isEqualTo("LIVE");
        assertThat(read.body().at("/adjustment")).isEqualTo(adjusted.body().at("/adjustment"));
        assertThat(doors.get(Doors.ZHONGSHAN, path + "/explanation")
                        .expect(200)
                        .body()
                        .get("lines"))
                .hasSize(3);
        assertThat(doors.get(Doors.ZHONGSHAN, path + "/explanation", "text/plain")
                        .expect(200)
                        .raw())
                .contains("721.05", "部分退费", adjusted.text("/adjustment/originalId"), "退还现金");
        assertThat(doors.get(
                                Doors.ZHONGSHAN,
                                "/settlements/" + adjusted.text("/adjustment/originalId") + "/explanation",
                                "text/html")
                        .expect(200)
                        .raw())
                .contains("已部分退费", adjusted.text("/id"));
        assertThat(doors.get(Doors.ZHONGSHAN, path + "/national-amounts")
                        .expect(200)
                        .text("/amounts/medfee_sumamt"))
                .isEqualTo("721.05");
        assertThat(doors.post(Doors.ZHONGSHAN, path + "/recomputations", "{}")
                        .expect(200)
                        .body()
                        .get("equal")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void standsInThePlaceOfTheWholeUntilItIsCancelled() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        JsonNode before = counters(person);
        String visit = doors.visitD01(person);
        String key = Doors.unique("settle");
        String original = doors.settle(visit, key).expect(201).text("/id");
        String adjustKey = Doors.unique("adjust");
        Answer adjusted = adjust(original, HALF, adjustKey).expect(201);
        String adjustment = adjusted.text("/id");

        Answer whole = doors.get(Doors.ZHONGSHAN, "/settlements/" + original).expect(200);
        assertThat(whole.text("/state")).isEqualTo("ADJUSTED");
        assertThat(whole.text("/adjustedBy")).isEqualTo(adjustment);
        assertThat(doors.get(Doors.ZHONGSHAN, "/visits/" + visit).text("/batches/0/settlementId"))
                .isEqualTo(adjustment);
        assertThat(doors.settle(visit, key).expect(200).headers().firstValue("Settlement-State"))
                .hasValue("ADJUSTED");
        assertThat(doors.settle(visit, Doors.unique("settle")).expect(422).text("/settlementId"))
                .isEqualTo(adjustment);
        Answer refused = cancel(original).expect(409);
        assertThat(refused.text("/settlementId")).isEqualTo(adjustment);
        assertThat(refused.text("/state")).isEqualTo("ADJUSTED");
        assertThat(outcome(person, "SETTLEMENT", key).text("/state")).isEqualTo("ADJUSTED");
        assertThat(outcome(person, "SETTLEMENT", key).text("/settlementId")).isEqualTo(original);
        assertThat(outcome(person, "ADJUSTMENT", adjustKey).text("/entryId")).isEqualTo(adjustment);

        Answer again = adjust(adjustment, DRUGS, Doors.unique("adjust")).expect(201);
        cancel(again.text("/id")).expect(201);

        assertThat(counters(person)).isEqualTo(before);
        Answer replay = adjust(original, HALF, adjustKey).expect(200);
        assertThat(replay.isReplay()).isTrue();
        assertThat(replay.raw()).isEqualTo(adjusted.raw());
        assertThat(replay.headers().firstValue("Settlement-State")).hasValue("CANCELLED");
        assertThat(doors.get(Doors.ZHONGSHAN, "/settlements/" + original).text("/undoneBy"))
                .isNotEmpty();
        doors.settle(visit, Doors.unique("settle")).expect(201);
    }

    @Test
    void tellsOfItInTheChainWithPostingsThatSumToZero() {
        String person = Doors.filedPerson();
        Answer adjusted = adjusted(person);

        JsonNode entry = doors.get(Doors.ZHENJIANG, "/persons/" + person + "/chain")
                .body()
                .at("/items/1");

        assertThat(entry.get("kind").asString()).isEqualTo("ADJUSTMENT");
        assertThat(entry.get("settlement")).isEqualTo(adjusted.body());
        assertThat(StreamSupport.stream(entry.get("postings").spliterator(), false)
                        .mapToLong(posting -> posting.get("amountFen").asLong())
                        .sum())
                .isZero();
    }

    @Test
    void refusesWhatIsNotInTheBillByField() {
        String visit = doors.visitD01(Doors.filedPerson());
        String settlement = doors.settle(visit, Doors.unique("settle")).text("/id");

        assertInvalid(settlement, returned(9, "1", 100), "returns[0].lineNumber", "billed");
        assertInvalid(settlement, returned(1, "1.5", 87_750), "returns[0].quantity", "within-bill");
        assertInvalid(settlement, returned(2, "1", 38_656), "returns[0].amountFen", "within-bill");
        assertInvalid(settlement, returned(1, "0.5", 29_300), "returns[0].amountFen", "quantity-times-price");
        assertInvalid(settlement, returned(1, "0", 100), "returns[0].quantity", "decimal");
        assertInvalid(settlement, "{\"returns\":[],\"reason\":\"x\"}", "returns", "required");
        assertInvalid(settlement, """
            {"returns":[{"lineNumber":1,"quantity":"1","amountFen":58500},{"lineNumber":2,"quantity":"3","amountFen":38655},
                        {"lineNumber":3,"quantity":"1","amountFen":4200}],"reason":"x"}\
            """, "returns", "part");
        assertThat(doors.get(Doors.ZHONGSHAN, "/settlements/" + settlement).text("/state"))
                .isEqualTo("LIVE");
    }

    @Test
    void refusesAKeyThatAdjustedOtherwiseAndTheHospitalsOfOthers() {
        String visit = doors.visitD01(Doors.filedPerson());
        String settlement = doors.settle(visit, Doors.unique("settle")).text("/id");
        String key = Doors.unique("adjust");
        adjust(settlement, HALF, key).expect(201);

        assertThat(adjust(settlement, DRUGS, key).expect(409).text("/type")).endsWith("idempotency-conflict");
        assertThat(adjust(settlement, DRUGS, Doors.unique("adjust")).expect(409).text("/type"))
                .endsWith("conflict");
        doors.post(Doors.OTHER_HOSPITAL, "/settlements/" + settlement + "/adjustments", HALF, Doors.unique("adjust"))
                .expect(404);
        doors.post(Doors.ZHENJIANG, "/settlements/" + settlement + "/adjustments", HALF, Doors.unique("adjust"))
                .expect(403);
        doors.post(Doors.ZHONGSHAN, "/settlements/" + settlement + "/adjustments", HALF)
                .expect(400);
    }

    private Answer adjusted(String person) {
        String visit = doors.visitD01(person);
        String settlement =
                doors.settle(visit, Doors.unique("settle")).expect(201).text("/id");
        return adjust(settlement, HALF, Doors.unique("adjust")).expect(201);
    }

    private Answer adjust(String settlement, String body, String key) {
        return doors.post(Doors.ZHONGSHAN, "/settlements/" + settlement + "/adjustments", body, key);
    }

    private Answer cancel(String settlement) {
        return doors.post(
                Doors.ZHONGSHAN,
                "/settlements/" + settlement + "/cancellations",
                "{\"reason\":\"退费\"}",
                Doors.unique("cancel"));
    }

    private Answer outcome(String person, String kind, String key) {
        return doors.get(
                        Doors.ZHONGSHAN,
                        "/outcomes?personId=%s&institution=H31000000001&kind=%s&key=%s".formatted(person, kind, key))
                .expect(200);
    }

    private JsonNode counters(String person) {
        return doors.get(Doors.ZHENJIANG, "/persons/" + person + "/accumulators")
                .body()
                .get("counters");
    }

    private void assertInvalid(String settlement, String body, String field, String rule) {
        Answer refused = adjust(settlement, body, Doors.unique("adjust")).expect(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
    }

    private static String returned(int line, String quantity, long fen) {
        return "{\"returns\":[{\"lineNumber\":%d,\"quantity\":\"%s\",\"amountFen\":%d}],\"reason\":\"退费\"}"
                .formatted(line, quantity, fen);
    }
}
