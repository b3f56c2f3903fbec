package io.crosscare.acceptance;

import static io.crosscare.acceptance.DiagnosisE2E.assertWithoutAHand;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.Window.Bill;
import io.crosscare.local.person.FictionalPerson;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.node.ObjectNode;

/** What stops a patient though no rule refuses a settlement: a silent service, a code no catalogue has, a name that does not fit. */
@OnRunningSuite
@Order(5)
@ResourceLock(OnRunningSuite.SHARED)
class DeskScenariosE2E {

    private static final Party HOSPITAL = Doors.HOSPITAL;
    private static final String SHANGHAI = Requests.SHANGHAI;
    private static final String ZHENJIANG = Requests.ZHENJIANG;
    private static final Duration HEALS_WITHIN = Duration.ofSeconds(90);
    private static final Duration DESK_WITHIN = Duration.ofSeconds(60);

    private final SuiteUnderTest suite;
    private final GatewayClient gateway;
    private final Window window;

    DeskScenariosE2E(SuiteUnderTest suite) {
        this.suite = suite;
        this.gateway = suite.client();
        this.window = new Window(gateway);
    }

    @AfterAll
    static void reports(SuiteUnderTest suite) {
        Automation.report(suite.client());
    }

    /** Two hospitals, one outage: one case, seen by both. Whoever it stopped is looked at again once filing-service answers. */
    @Test
    void silentNeighbour() {
        Party other =
                window.institution(window.freeCode(SHANGHAI), SHANGHAI, "L3", "CROSS_PROVINCE_OUTPATIENT|*|2000-01-01");
        Bill here = window.bill(window.person(), HOSPITAL, Window.DAY);
        Bill there = window.bill(window.person(), other, Window.DAY);
        suite.local().running().kill("filing");
        window.press(here).require(503);
        window.press(here).require(503);
        window.press(there).require(503);
        Answer found = window.diagnosed(here, "NEIGHBOUR_DOWN", "NEIGHBOUR_DOWN");
        Answer elsewhere = window.diagnosed(there, "NEIGHBOUR_DOWN", "NEIGHBOUR_DOWN");
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("OPERATOR");
        assertThat(found.number("refusals")).isEqualTo(1);
        assertThat(elsewhere.string("group")).isEqualTo(found.string("group"));
        Call common = Call.get("/correction-cases/" + found.string("group"));
        Answer seen = Eventually.of(
                Duration.ofSeconds(30),
                () -> Optional.of(gateway.ask(other, common)).filter(answer -> answer.status() == 200));
        assertThat(seen.string("peer")).isEqualTo("filing");
        assertThat(seen.text()).doesNotContain(HOSPITAL.institution(), here.personId());

        suite.local().awaitWhole(HEALS_WITHIN);
        window.file(here.personId(), SHANGHAI, "2019-05-01");
        window.file(there.personId(), SHANGHAI, "2019-05-01");

        assertWithoutAHand(window.mended(here, "NEIGHBOUR_DOWN"));
        assertWithoutAHand(window.mended(there, "NEIGHBOUR_DOWN"));
    }

    /** Settled all the same, all of it paid by the patient: the hospital asks why, and corrects its code. */
    @Test
    void catalogueCodeMissing() {
        String person = window.person();
        window.file(person, SHANGHAI, "2019-05-01");
        Bill bill = window.bill(person, HOSPITAL, Window.DAY);
        lines(bill, 2, "ZL9999");
        String caseId = report(
                        Json.object()
                                .put("personId", person)
                                .put("visitId", bill.visitId())
                                .put("batch", "1"),
                        "费用全部自费，编码 ZL9999 不被识别")
                .string("caseId");
        Answer found = window.diagnosed(bill, "REPORTED_BY_HAND", "CATALOGUE_CODE_MISSING");
        assertThat(found.string("id")).isEqualTo(caseId);
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSTITUTION");
        assertThat(found.json().at("/diagnosis/action/path").asString()).isEqualTo("/api/v1/item-mappings");

        ObjectNode withdrawal = Json.object().put("reason", "编码有误");
        withdrawal.putArray("lineNumbers").add(2);
        gateway.ask(
                        HOSPITAL,
                        Call.post("/visits/" + bill.visitId() + "/fee-line-withdrawals", withdrawal)
                                .underKey(window.key()))
                .require(201);
        lines(bill, 3, "YP0101");

        assertWithoutAHand(window.mended(bill, "REPORTED_BY_HAND"));
    }

    /** Said at the look-up, before there is any visit: a case by hand, and the second look-up is the second press. */
    @Test
    void identityMismatch() {
        FictionalPerson papers = window.papers();
        window.person(papers, ZHENJIANG, plain -> plain.put("name", "虚构旧名"));
        Call shown = Requests.lookUp(papers);
        ObjectNode credential = (ObjectNode) Json.read(String.valueOf(shown.body()));
        Call lookUp = shown.withBody(credential.put("name", papers.name()).toString());
        Require.text(gateway.ask(HOSPITAL, lookUp).require(422), "reason", "IDENTITY_MISMATCH");
        String caseId = report(Json.object().put("reason", "IDENTITY_MISMATCH"), "姓名与参保信息不一致")
                .string("caseId");
        Call read = Call.get("/correction-cases/" + caseId);
        Answer found = Eventually.of(
                DESK_WITHIN,
                () -> Optional.of(gateway.ask(HOSPITAL, read).require(200))
                        .filter(one ->
                                one.json().at("/diagnosis/cause").asString("").equals("IDENTITY_MISMATCH")));
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSURED_AGENCY");
        assertThat(found.json().at("/diagnosis/action/path").asString()).isEqualTo("/api/v1/insured-persons");

        window.person(papers, ZHENJIANG, plain -> plain);

        gateway.ask(HOSPITAL, lookUp).require(200);
        act(caseId, "assignments", Json.object());
        act(caseId, "resolutions", Json.object().put("reason", "参保地已更正姓名，重新读卡成功"));
        assertThat(gateway.ask(HOSPITAL, read).require(200).string("state")).isEqualTo("RESOLVED");
    }

    private void act(String caseId, String act, ObjectNode body) {
        gateway.ask(
                        HOSPITAL,
                        Call.post("/correction-cases/" + caseId + "/" + act, body)
                                .underKey(window.key()))
                .require(200);
    }

    private Answer report(ObjectNode known, String errorText) {
        return gateway.ask(
                        HOSPITAL,
                        Call.post(
                                        "/correction-cases",
                                        known.put("insuredRegion", ZHENJIANG)
                                                .put("careRegion", SHANGHAI)
                                                .put("serviceType", "OUTPATIENT")
                                                .put("serviceDate", Window.DAY)
                                                .put("errorText", errorText)
                                                .put("cardSeen", true)
                                                .put("identitySeen", true))
                                .underKey(window.key()))
                .require(201);
    }

    private void lines(Bill bill, int number, String itemCode) {
        ObjectNode body = Json.object();
        body.putArray("lines")
                .addObject()
                .put("lineNumber", number)
                .put("batch", "1")
                .put("itemCode", itemCode)
                .put("quantity", "1")
                .put("unitPrice", "42.00")
                .put("amountFen", 4_200)
                .put("serviceDate", bill.day());
        gateway.ask(HOSPITAL, Call.put("/visits/" + bill.visitId() + "/fee-lines", body))
                .require(200);
    }
}
