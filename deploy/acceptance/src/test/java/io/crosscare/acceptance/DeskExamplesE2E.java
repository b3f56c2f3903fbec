package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.person.FictionalPerson;
import java.security.SecureRandom;
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
    private static final String PDF = "JVBERi0xLjcKJeLjz9MK";

    private final GatewayClient gateway;
    private final RandomIds ids = RandomIds.secure();
    private final FictionalPerson patient = FictionalPerson.bornBetween(1935, 1955, new SecureRandom());

    DeskExamplesE2E(SuiteUnderTest suite) {
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
