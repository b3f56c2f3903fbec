package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.person.FictionalPerson;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * The life of a case that a hospital opens by hand: with a file, to an office outside and back, resolved and opened again. What the
 * doors answer is their example in the contract where there is none yet.
 */
@OnRunningSuite
class DeskExamplesE2E {

    private static final Party HOSPITAL = Doors.HOSPITAL;
    private static final Party AGENCY = Doors.AGENCY;
    private static final Party OPERATOR = Party.operator();
    private static final int KAFKA_BEHIND_GATEWAY = 21;
    private static final String PDF = "JVBERi0xLjcKJeLjz9MK";

    private final SuiteUnderTest suite;
    private final GatewayClient gateway;
    private final RandomIds ids = RandomIds.secure();
    private final FictionalPerson patient = FictionalPerson.bornBetween(1935, 1955, new SecureRandom());

    DeskExamplesE2E(SuiteUnderTest suite) {
        this.suite = suite;
        this.gateway = suite.client();
    }

    @Test
    void worksOnACaseThatWasOpenedByHand() {
        String caseId = gateway.ask(
                        HOSPITAL, Call.post("/correction-cases", report()).underKey(ids.next('k')))
                .require(201)
                .string("caseId");
        attachAndLook(caseId);

        act(caseId, "assignments", Json.object());
        Answer outside = act(caseId, "escalations", because("已核对，请协查"));
        assertThat(outside.text()).contains("OUTSIDE");
        String letter = gateway.ask(
                        HOSPITAL,
                        Call.get("/correction-cases/" + caseId + "/letter").accepting("text/html"))
                .require(200)
                .text();
        assertThat(letter).contains("协查函", caseId, "已核对，请协查");
        act(caseId, "returns", because("对方电话答复，参保状态正常"));
        act(caseId, "assignments", Json.object());
        act(caseId, "resolutions", because("已重新读卡成功"));
        assertThat(act(caseId, "reopenings", because("再次读卡失败")).text()).contains("REOPENED");
    }

    @Test
    void looksAgainAtABillAtSomebodysWish() {
        Window window = new Window(gateway);
        Window.Bill bill = window.bill(window.person(), HOSPITAL, Window.DAY);
        Answer found = window.refused(bill, "NO_FILING", "NO_FILING");

        Answer repaired = gateway.ask(
                        HOSPITAL,
                        Call.post(
                                        "/correction-cases/" + found.string("id") + "/repairs",
                                        Json.object().put("repair", "RECHECK"))
                                .underKey(ids.next('k')))
                .require(201);

        assertThat(repaired.json().at("/repair/automatic").asBoolean()).isFalse();
    }

    /** What no service can process waits for an operator: sent again it comes back, so it is given up. */
    @Test
    void handlesWhatNoServiceCouldProcess() {
        String key = ids.next('p');
        sendUnreadable(key);
        String first = letterOf(key, Set.of());

        gateway.ask(
                        OPERATOR,
                        Call.post("/dead-letters/" + first + "/replays", Json.object())
                                .underKey(ids.next('k')))
                .require(200);
        String second = letterOf(key, Set.of(first));
        gateway.ask(
                        OPERATOR,
                        Call.post("/dead-letters/" + second + "/discards", because("测试消息，不含业务内容"))
                                .underKey(ids.next('k')))
                .require(200);

        assertThat(gateway.ask(OPERATOR, Call.get("/dead-letters/" + second))
                        .require(200)
                        .string("state"))
                .isEqualTo("DISCARDED");
    }

    private void sendUnreadable(String key) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "127.0.0.1:" + (suite.local().gateway().getPort() + KAFKA_BEHIND_GATEWAY));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> message =
                    new ProducerRecord<>("settlement.refusal.v1", key, "{\"personId\":\"" + key + "\"}");
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", key + ":1",
                            "ce_type", "io.crosscare.settlement.refusal.v1",
                            "ce_source", "/crosscare/acceptance",
                            "ce_time", Instant.now().toString(),
                            "ce_aggregateversion", "1",
                            "content-type", "application/json")
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException unsent) {
            throw new IllegalStateException(unsent);
        }
    }

    private String letterOf(String key, Set<String> known) {
        return Eventually.of(
                Duration.ofSeconds(30),
                () -> gateway.list(OPERATOR, Call.get("/dead-letters").with("topic", "settlement.refusal.v1")).stream()
                        .filter(letter -> letter.path("key").asString("").equals(key))
                        .map(letter -> letter.path("id").asString())
                        .filter(id -> !known.contains(id))
                        .findFirst());
    }

    @Test
    void showsWhatThereIsToDoAndByWhen() {
        gateway.ask(Party.operator(), Call.get("/correction-cases/workload")).require(200);
        gateway.ask(Party.operator(), Call.get("/correction-cases/automation")).require(200);
        gateway.ask(HOSPITAL, Call.get("/correction-terms").with("on", "2026-10-01"))
                .require(200);
        gateway.ask(Party.operator(), Call.get("/dead-letters")).require(200);
        String file = gateway.ask(AGENCY, Call.get("/correction-cases").accepting("text/csv"))
                .require(200)
                .text();
        assertThat(file).startsWith("\uFEFF纠错单,");
    }

    private void attachAndLook(String caseId) {
        String at = "/correction-cases/" + caseId;
        gateway.ask(
                        HOSPITAL,
                        Call.post(at + "/attachments", Json.object().put("content", PDF))
                                .underKey(ids.next('k')))
                .require(201);
        String shown = gateway.ask(AGENCY, Call.post(at + "/disclosures", because("核对证件号码")))
                .require(200)
                .text();
        String masked =
                gateway.ask(AGENCY, Call.get(at + "/papers")).require(200).text();
        assertThat(shown).contains(patient.identityNumber());
        assertThat(masked).contains("核对证件号码").doesNotContain(patient.identityNumber());
    }

    private Answer act(String caseId, String act, ObjectNode body) {
        return gateway.ask(
                        HOSPITAL,
                        Call.post("/correction-cases/" + caseId + "/" + act, body)
                                .underKey(ids.next('k')))
                .require(200);
    }

    private ObjectNode report() {
        return Json.object()
                .put("insuredRegion", Requests.ZHENJIANG)
                .put("careRegion", Requests.SHANGHAI)
                .put("serviceType", "OUTPATIENT")
                .put("serviceDate", "2019-09-10")
                .put("reason", "PERSON_UNKNOWN")
                .put("errorText", "读卡失败\n错误码 E12")
                .put("cardSeen", true)
                .put("identitySeen", true)
                .put("cardNumber", patient.cardNumber())
                .put("identityNumber", patient.identityNumber());
    }

    private static ObjectNode because(String reason) {
        return Json.object().put("reason", reason);
    }
}
