package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Cancellation, reversal by key and outcome by key through the doors, on real stores. */
@SettlementServiceTest
class UndoIT {

    private static final String BECAUSE = "{\"reason\":\"患者退费\"}";

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void cancelsASettlementAndGivesBackAllItTook() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        JsonNode before = counters(person);
        String visit = doors.visitD01(person);
        Answer settled = doors.settle(visit, Doors.unique("settle")).expect(201);

        Answer cancelled = cancel(settled.text("/id"), Doors.unique("cancel")).expect(201);

        assertThat(cancelled.text("/kind")).isEqualTo("CANCELLATION");
        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        assertThat(cancelled.text("/originalId")).isEqualTo(settled.text("/id"));
        assertThat(cancelled.text("/visitId")).isEqualTo(visit);
        for (String amount : List.of("totalCostFen", "fundPayFen", "personalAccountPayFen", "cashPayFen")) {
            assertThat(cancelled.number("/" + amount)).as(amount).isEqualTo(-settled.number("/" + amount));
        }
        assertThat(counters(person)).isEqualTo(before);
        Answer original = doors.get(Doors.ZHONGSHAN, "/settlements/" + settled.text("/id"))
                .expect(200);
        assertThat(original.text("/state")).isEqualTo("CANCELLED");
        assertThat(original.text("/undoneBy")).isEqualTo(cancelled.text("/id"));
        assertThat(original.number("/totalCostFen")).isEqualTo(101_355);
        assertThat(doors.get(Doors.ZHONGSHAN, "/settlements/" + settled.text("/id") + "/explanation", "text/plain")
                        .expect(200)
                        .raw())
                .contains("已撤销", cancelled.text("/id"));
        assertThat(doors.get(Doors.ZHONGSHAN, "/visits/" + visit).text("/state"))
                .isEqualTo("OPEN");
    }

    @Test
    void tellsTheSameUndoAgainUnderAnyKey() {
        String visit = doors.visitD01(Doors.filedPerson());
        String settlement = doors.settle(visit, Doors.unique("settle")).text("/id");
        String key = Doors.unique("cancel");
        Answer first = cancel(settlement, key).expect(201);

        Answer sameKey = cancel(settlement, key).expect(200);
        Answer otherKey = cancel(settlement, Doors.unique("cancel")).expect(200);

        assertThat(List.of(sameKey, otherKey)).allMatch(Answer::isReplay);
        assertThat(sameKey.raw()).isEqualTo(first.raw());
        assertThat(otherKey.raw()).isEqualTo(first.raw());
    }

    @Test
    void refusesAKeyThatCancelledSomethingElse() {
        String person = Doors.filedPerson();
        String one =
                doors.settle(doors.visitD01(person), Doors.unique("settle")).text("/id");
        String other =
                doors.settle(doors.visitD01(person), Doors.unique("settle")).text("/id");
        String key = Doors.unique("cancel");
        cancel(one, key).expect(201);

        assertThat(cancel(other, key).expect(409).text("/type")).endsWith("idempotency-conflict");
        assertThat(doors.get(Doors.ZHONGSHAN, "/settlements/" + other).text("/state"))
                .isEqualTo("LIVE");
    }

    @Test
    void replaysACancelledSettlementAsCancelledAndSettlesItsScopeAnew() {
        String visit = doors.visitD01(Doors.filedPerson());
        String key = Doors.unique("settle");
        Answer first = doors.settle(visit, key).expect(201);
        cancel(first.text("/id"), Doors.unique("cancel")).expect(201);

        Answer replay = doors.settle(visit, key).expect(200);
        Answer anew = doors.settle(visit, Doors.unique("settle")).expect(201);

        assertThat(replay.raw()).isEqualTo(first.raw());
        assertThat(replay.headers().firstValue("Settlement-State")).hasValue("CANCELLED");
        assertThat(anew.text("/id")).endsWith(":0000000003");
        assertThat(anew.number("/cashPayFen")).isEqualTo(first.number("/cashPayFen"));
        cancel(anew.text("/id"), Doors.unique("cancel")).expect(201);
        assertThat(doors.settle(visit, Doors.unique("settle")).expect(201).text("/id"))
                .endsWith(":0000000005");
    }

    @Test
    void reversesByKeyWhatItsHospitalNeverLearntOf() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        String key = Doors.unique("settle");
        String settlement = doors.settle(visit, key).expect(201).text("/id");

        Answer reversed = reverse(person, key, Doors.unique("reverse")).expect(201);

        assertThat(reversed.text("/kind")).isEqualTo("REVERSAL");
        assertThat(reversed.text("/originalId")).isEqualTo(settlement);
        Answer outcome = outcome(person, "SETTLEMENT", key).expect(200);
        assertThat(outcome.text("/state")).isEqualTo("REVERSED");
        assertThat(outcome.text("/settlementId")).isEqualTo(settlement);
        assertThat(outcome.text("/entryId")).isEqualTo(reversed.text("/id"));
        assertThat(doors.settle(visit, key).expect(200).headers().firstValue("Settlement-State"))
                .hasValue("REVERSED");
    }

    @Test
    void refusesALateOriginalWhoseReversalCameFirst() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        String key = Doors.unique("settle");
        assertThat(outcome(person, "SETTLEMENT", key).text("/state")).isEqualTo("NEVER_SEEN");

        Answer voided = reverse(person, key, Doors.unique("reverse")).expect(201);
        Answer late = doors.settle(visit, key).expect(422);

        assertThat(voided.text("/state")).isEqualTo("VOID");
        assertThat(voided.body().has("totalCostFen")).isFalse();
        assertThat(late.text("/reason")).isEqualTo("REVERSED_BEFORE_ARRIVAL");
        assertThat(late.text("/message")).hasSizeLessThanOrEqualTo(60);
        assertThat(outcome(person, "SETTLEMENT", key).text("/state")).isEqualTo("VOID");
        assertThat(outcome(person, "SETTLEMENT", key).body().get("isFinal").asBoolean())
                .isTrue();
        doors.settle(visit, Doors.unique("settle")).expect(201);
    }

    @Test
    void saysWhyTheKeyWasRefusedLast() {
        String person = Doors.person();
        String visit = doors.visitD01(person);
        String key = Doors.unique("settle");
        doors.settle(visit, key).expect(422);

        Answer outcome = outcome(person, "SETTLEMENT", key).expect(200);

        assertThat(outcome.text("/state")).isEqualTo("REFUSED");
        assertThat(outcome.text("/refusal/reason")).isEqualTo("NO_FILING");
        assertThat(outcome.text("/refusal/nextStep")).isNotBlank();
        assertThat(outcome.body().get("isFinal").asBoolean()).isFalse();
    }

    @Test
    void tellsAnUndoAlikeInTheChainAndInItsAnswer() {
        String person = Doors.filedPerson();
        String settlement =
                doors.settle(doors.visitD01(person), Doors.unique("settle")).text("/id");
        Answer cancelled = cancel(settlement, Doors.unique("cancel")).expect(201);

        JsonNode entry = doors.get(Doors.ZHENJIANG, "/persons/" + person + "/chain")
                .body()
                .at("/items/1");

        assertThat(entry.get("undo")).isEqualTo(cancelled.body());
        assertThat(StreamSupport.stream(entry.get("postings").spliterator(), false)
                        .mapToLong(posting -> posting.get("amountFen").asLong())
                        .sum())
                .isZero();
    }

    @Test
    void hidesTheSettlementsOfOthers() {
        String person = Doors.filedPerson();
        String key = Doors.unique("settle");
        String settlement = doors.settle(doors.visitD01(person), key).text("/id");

        doors.post(
                        Doors.OTHER_HOSPITAL,
                        "/settlements/" + settlement + "/cancellations",
                        BECAUSE,
                        Doors.unique("cancel"))
                .expect(404);
        doors.post(Doors.OTHER_HOSPITAL, "/reversals", reversal(person, key), Doors.unique("reverse"))
                .expect(404);
        doors.get(Doors.OTHER_HOSPITAL, outcomePath(person, "SETTLEMENT", key)).expect(404);
        doors.post(
                        Doors.OTHER_HOSPITAL,
                        "/reversals",
                        reversal(person, key).replace("H31000000001", "H31000000002"),
                        Doors.unique("reverse"))
                .expect(404);
        reverse(Doors.UNKNOWN_PERSON, key, Doors.unique("reverse")).expect(404);
        for (Caller caller : List.of(Doors.ZHENJIANG, Doors.OPERATOR, Doors.insured(person))) {
            doors.post(caller, "/settlements/" + settlement + "/cancellations", BECAUSE, Doors.unique("cancel"))
                    .expect(403);
            doors.post(caller, "/reversals", reversal(person, key), Doors.unique("reverse"))
                    .expect(403);
            doors.get(caller, outcomePath(person, "SETTLEMENT", key)).expect(403);
        }
        assertThat(doors.get(Doors.ZHONGSHAN, "/settlements/" + settlement).text("/state"))
                .isEqualTo("LIVE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "personId    | `\"personId\":\"p1\"`            | person-id",
                "institution | `\"institution\":\"中山\"`       | institution-code",
                "kind        | `\"kind\":\"CANCELLATION\"`      | one-of",
                "kind        | `\"kind\":\"REVERSAL\"`          | one-of",
                "key         | `\"key\":\"a b\"`                | idempotency-key",
                "key         | `\"key\":null`                   | required"
            })
    void namesTheFieldOfABadReversal(String field, String member, String rule) {
        String good = reversal(Doors.filedPerson(), "key-1");
        String bad = good.replaceFirst("\"" + field + "\":\"[^\"]*\"", member);

        Answer answer = doors.post(Doors.ZHONGSHAN, "/reversals", bad, Doors.unique("reverse"))
                .expect(400);

        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/rule")).isEqualTo(rule);
    }

    @Test
    void namesTheFieldOfABadCancellationOrQuestion() {
        String settlement = doors.settle(doors.visitD01(Doors.filedPerson()), Doors.unique("settle"))
                .text("/id");
        String path = "/settlements/" + settlement + "/cancellations";

        assertThat(doors.post(Doors.ZHONGSHAN, path, "{}", Doors.unique("cancel"))
                        .expect(400)
                        .text("/errors/0/field"))
                .isEqualTo("reason");
        assertThat(doors.post(Doors.ZHONGSHAN, path, BECAUSE).expect(400).text("/type"))
                .endsWith("idempotency-key-required");
        assertThat(doors.get(Doors.ZHONGSHAN, "/outcomes?kind=OPENING")
                        .expect(400)
                        .body()
                        .get("errors"))
                .hasSize(4);
        doors.post(Doors.ZHONGSHAN, "/settlements/none/cancellations", BECAUSE, Doors.unique("cancel"))
                .expect(404);
    }

    /** Settle and reverse at once, many times over: either the settlement was undone, or it never came to be. */
    @Test
    void endsARaceOfSettlementAndReversalInOneOfTheTwoOrders() throws Exception {
        String person = Doors.filedPerson();
        int rounds = 12;
        List<String> keys = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
            List<Future<Answer>> reversals = new ArrayList<>();
            List<Future<Answer>> settlements = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                String visit = doors.visitD01(person);
                String key = Doors.unique("race");
                keys.add(key);
                settlements.add(callers.submit(() -> doors.settle(visit, key)));
                reversals.add(callers.submit(() -> reverse(person, key, Doors.unique("reverse"))));
            }
            for (Future<Answer> one : reversals) {
                assertThat(one.get().status()).isEqualTo(201);
            }
            for (Future<Answer> one : settlements) {
                assertThat(one.get().status()).isIn(200, 201, 422);
            }
        }

        for (String key : keys) {
            assertThat(outcome(person, "SETTLEMENT", key).text("/state")).isIn("REVERSED", "VOID");
        }
        assertThat(counters(person)).isEmpty();
    }

    private Answer cancel(String settlement, String key) {
        return doors.post(Doors.ZHONGSHAN, "/settlements/" + settlement + "/cancellations", BECAUSE, key);
    }

    private Answer reverse(String person, String reversed, String key) {
        return doors.post(Doors.ZHONGSHAN, "/reversals", reversal(person, reversed), key);
    }

    private static String reversal(String person, String key) {
        return """
            {"personId":"%s","institution":"H31000000001","kind":"SETTLEMENT","key":"%s"}\
            """.formatted(person, key);
    }

    private Answer outcome(String person, String kind, String key) {
        return doors.get(Doors.ZHONGSHAN, outcomePath(person, kind, key));
    }

    private static String outcomePath(String person, String kind, String key) {
        return "/outcomes?personId=%s&institution=H31000000001&kind=%s&key=%s".formatted(person, kind, key);
    }

    private JsonNode counters(String person) {
        return doors.get(Doors.ZHENJIANG, "/persons/" + person + "/accumulators")
                .expect(200)
                .body()
                .get("counters");
    }
}
