package io.crosscare.acceptance;

import static io.crosscare.acceptance.DiagnosisE2E.assertWithoutAHand;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.Window.Bill;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.local.person.FictionalPerson;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stops a patient though no rule refuses a settlement: a silent service, a code no catalogue has, a name that does not fit; and
 * what needs the suite to itself.
 */
@OnRunningSuite(OnRunningSuite.BESIDE)
@Order(5)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(OnRunningSuite.BESIDE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskScenariosE2E {

    private static final Party HOSPITAL = Doors.HOSPITAL;
    private static final String SHANGHAI = Requests.SHANGHAI;
    private static final String ZHENJIANG = Requests.ZHENJIANG;
    private static final String NANJING = "320100";
    private static final String OPEN_SINCE_2000 = "CROSS_PROVINCE_OUTPATIENT|*|2000-01-01";
    private static final String CSV = "text/csv";

    /** Class A, and in no other test's bill. */
    private static final String ENDED_CODE = "ZL0013";

    private static final String CODE_ENDED_ON = "2019-12-10";
    private static final long LINE_FEN = 4_200;
    private static final Duration HEALS_WITHIN = Duration.ofSeconds(90);
    private static final Duration DESK_WITHIN = Duration.ofSeconds(60);

    /** Less than the pause before the next check, by the time the platform relents. */
    private static final Duration CHECKED_WITHIN = Duration.ofSeconds(10);

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
        new Window(suite.client()).awaitOwners();
        Automation.report(suite.client());
    }

    /**
     * Nobody can say where a new hospital lies, so its patient is not even registered. The registry comes back with a platform above
     * it, which refuses that patient's filing and has no time for another's.
     */
    @Test
    @Order(1)
    void silentRegistryAndThePlatformAboveIt() throws IOException {
        try (PlatformAbove platform = new PlatformAbove()) {
            suite.set("crosscare.upstream.url=" + platform.address());
            suite.local().running().kill("registry");
            String code = window.freeCode(SHANGHAI);
            String person = window.person();
            Call register = Requests.visit(person, "OUTPATIENT", Window.DAY, window.key(), window.key());
            Bill stopped = registrationStopped(person, Party.hospital(code, code, code), register);

            suite.local().awaitWhole(HEALS_WITHIN);
            window.awaitOwners();
            Party hospital = window.institution(code, SHANGHAI, "L3", OPEN_SINCE_2000);
            window.awaitCase(
                    stopped,
                    "NEIGHBOUR_DOWN",
                    one -> one.json().at("/canSettleNow").asBoolean());
            Bill refused = window.charged(register, person, hospital, Window.DAY);
            Bill waiting = window.bill(window.person(), hospital, Window.DAY);
            platform.refuse(person);
            platform.letWait(waiting.personId());
            notYetUpstream(platform, refused, waiting);
            window.awaitCase(
                    stopped, "NEIGHBOUR_DOWN", one -> one.string("state").equals("RESOLVED"));
        } finally {
            suite.set();
        }
    }

    /** The place of a bill that there cannot be: the desk has a case, and a name for the visit. */
    private Bill registrationStopped(String person, Party hospital, Call register) {
        gateway.ask(hospital, register).require(503);
        gateway.ask(hospital, register).require(503);
        Call cases = Call.get("/correction-cases").with("personId", person).with("reason", "NEIGHBOUR_DOWN");
        JsonNode found = Eventually.of(
                DESK_WITHIN,
                () -> gateway.list(hospital, cases).stream()
                        .filter(one -> one.has("visitId"))
                        .findFirst());
        Bill stopped = new Bill(person, found.path("visitId").asString(), hospital, Window.DAY, /* isStay= */ false);
        Answer one = window.diagnosed(stopped, "NEIGHBOUR_DOWN", "NEIGHBOUR_DOWN");
        assertThat(one.number("refusals")).isEqualTo(1);
        assertThat(one.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("OPERATOR");
        assertThat(gateway.ask(hospital, Call.get("/correction-cases/" + one.string("group")))
                        .require(200)
                        .string("peer"))
                .isEqualTo("registry");
        return stopped;
    }

    private void notYetUpstream(PlatformAbove platform, Bill refused, Bill waiting) {
        String filing = window.file(refused.personId(), SHANGHAI, "2019-05-01");
        window.file(waiting.personId(), SHANGHAI, "2019-05-01");
        Call refusedUploads = Call.get("/uploads").with("state", "REFUSED");
        Eventually.of(
                DESK_WITHIN,
                () -> gateway.list(Doors.AGENCY, refusedUploads).stream()
                        .filter(upload -> upload.path("id").asString().equals("FILING:" + filing))
                        .findFirst());
        window.awaitNo(refused, "FILING_NOT_YET_UPSTREAM");
        window.awaitNo(waiting, "FILING_NOT_YET_UPSTREAM");
        window.refused(waiting, "FILING_NOT_YET_UPSTREAM", "FILING_NOT_UPSTREAM");
        Answer found = window.refused(refused, "FILING_NOT_YET_UPSTREAM", "FILING_REFUSED_UPSTREAM");
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSURED_AGENCY");
        String retry = found.json().at("/diagnosis/action/path").asString();
        assertThat(retry).startsWith("/api/v1/uploads/FILING:");

        platform.relent();
        gateway.ask(
                        Doors.AGENCY,
                        Call.post(retry.substring("/api/v1".length()), Json.object())
                                .withBody(null))
                .require(200);

        Answer sentAgain = window.mended(refused, "FILING_NOT_YET_UPSTREAM");
        Answer taken = window.mended(waiting, "FILING_NOT_YET_UPSTREAM");
        assertWithoutAHand(sentAgain);
        assertWithoutAHand(taken);
        assertCheckedAtOnce(sentAgain);
        assertCheckedAtOnce(taken);
    }

    /** The registry's word that the platform has taken the filing is not left to the next check of the bill. */
    private static void assertCheckedAtOnce(Answer closed) {
        Instant takenAt = StreamSupport.stream(closed.field("timeline").spliterator(), false)
                .filter(fact -> fact.path("kind").asString().equals("UPLOAD"))
                .filter(fact -> fact.at("/details/acceptedVersion").asLong(0) > 0)
                .map(fact -> Instant.parse(fact.path("at").asString()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant toldAt = StreamSupport.stream(closed.field("repairs").spliterator(), false)
                .filter(run -> run.path("repair").asString().equals("NOTIFY"))
                .map(run -> Instant.parse(run.path("at").asString()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(Duration.between(takenAt, toldAt)).isLessThan(CHECKED_WITHIN);
    }

    /** Two hospitals, one outage: one case, seen by both. Whoever it stopped is looked at again once filing-service answers. */
    @Test
    @Order(2)
    void silentNeighbour() {
        Party other = window.institution(window.freeCode(SHANGHAI), SHANGHAI, "L3", OPEN_SINCE_2000);
        Bill here = window.bill(window.person(), HOSPITAL, Window.DAY);
        Bill there = window.bill(window.person(), other, Window.DAY);
        // It comes back without the platform that it may have had.
        suite.local().running().kill("registry");
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
        Bill bill = billWith("ZL9999", Window.DAY);
        Answer found = reportedFor(bill, "ZL9999");
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

    /** The code was good until the care region's next catalogue left it out; the one after that has it again. */
    @Test
    void catalogueCodeEnded() {
        String whole = catalogueOf(CODE_ENDED_ON);
        assertThat(whole).contains("\n" + ENDED_CODE + ",");
        publish(whole.replaceFirst("\n" + ENDED_CODE + ",.*", ""));
        Bill bill = billWith(ENDED_CODE, CODE_ENDED_ON);
        Answer found = reportedFor(bill, ENDED_CODE);
        assertThat(found.json().at("/diagnosis/adviceEn").asString()).contains("the care region updates the catalogue");
        assertThat(selfPayOf(bill)).isEqualTo(LINE_FEN);

        publish(whole);

        assertThat(selfPayOf(bill)).isZero();
        assertWithoutAHand(window.mended(bill, "REPORTED_BY_HAND"));
    }

    /** With a second line of this item. */
    private Bill billWith(String itemCode, String day) {
        String person = window.person();
        window.file(person, SHANGHAI, "2019-05-01");
        Bill bill = window.bill(person, HOSPITAL, day);
        lines(bill, 2, itemCode);
        return bill;
    }

    private Answer reportedFor(Bill bill, String itemCode) {
        String caseId = report(
                        Json.object()
                                .put("personId", bill.personId())
                                .put("visitId", bill.visitId())
                                .put("batch", "1"),
                        "费用全部自费，编码 " + itemCode + " 不被识别")
                .string("caseId");
        Answer found = window.diagnosed(bill, "REPORTED_BY_HAND", "CATALOGUE_CODE_MISSING");
        assertThat(found.string("id")).isEqualTo(caseId);
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSTITUTION");
        assertThat(found.json().at("/recheck/unlisted/0").asString()).isEqualTo(itemCode);
        return found;
    }

    private long selfPayOf(Bill bill) {
        return gateway.ask(HOSPITAL, Requests.preview(bill.visitId(), false))
                .require(200)
                .number("fullSelfPayFen");
    }

    /** The document of Shanghai's catalogue that is in force on that day. */
    private String catalogueOf(String day) {
        Call inForce = Call.get("/catalogues").with("region", SHANGHAI).with("on", day);
        String hash = gateway.ask(HOSPITAL, inForce)
                .require(200)
                .json()
                .at("/items/0/hash")
                .asString();
        return gateway.ask(
                        HOSPITAL, Call.get("/catalogues/" + hash + "/document").accepting(CSV))
                .require(200)
                .text();
    }

    /** A version of its own for each publication, so that the latest of the same first day counts. */
    private void publish(String catalogue) {
        String version = catalogue
                .replaceFirst("# effective-from: .*", "# effective-from: " + CODE_ENDED_ON)
                .replaceFirst("(# title-en: [^\n]*)", "$1 " + window.key());
        gateway.ask(
                        Window.agencyOf(SHANGHAI),
                        Call.post("/catalogues", Json.object())
                                .withBody(version)
                                .withHeader("Content-Type", CSV + ";charset=UTF-8")
                                .underKey(window.key()))
                .require(201);
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

    /**
     * Signed on paper 40 days ago and entered since, so the papers are overdue at once: the filing is in force all the same, until
     * the agency lets the promise lapse. Nanjing's outpatient ratios since 2023 are not published; its terms for stays are.
     */
    @Test
    void promiseDue() {
        LocalDate today = ChinaTime.today(Clock.systemUTC());
        String person = window.person(window.papers(), NANJING, plain -> plain);
        Party hospital =
                window.institution(window.freeCode(SHANGHAI), SHANGHAI, "L3", "CROSS_PROVINCE_INPATIENT|*|2000-01-01");
        Bill bill = window.stay(person, hospital, today.toString(), NANJING);
        Answer promised = lodge(
                "/filings",
                filingOf(person, today.minusDays(60))
                        .put("promise", true)
                        .put("promisedOn", today.minusDays(40).toString()));
        assertThat(promised.json().at("/promise/dueOn").asString())
                .isEqualTo(today.minusDays(10).toString());
        gateway.ask(hospital, Window.previewing(bill)).require(200);

        lodge(
                "/filings/" + promised.string("id") + "/reviews",
                Json.object().put("verdict", "LAPSE_PROMISE").put("reason", "逾期未补材料"));
        window.awaitNo(bill, "FILING_EXPIRED");
        Answer found = window.refused(bill, "FILING_EXPIRED", "PROMISE_DUE");
        assertThat(found.json().at("/diagnosis/confidence").asString()).isEqualTo("PROVEN");
        assertThat(DiagnosisE2E.evidence(found)).containsExactlyInAnyOrder("FILED", "PROMISE");
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSURED_AGENCY");
        assertThat(found.json().at("/diagnosis/responsible/phone").asString()).startsWith("025-");
        String action = found.json().at("/diagnosis/action/path").asString();

        lodge(action.substring("/api/v1".length()), filingOf(person, today));

        assertWithoutAHand(window.mended(bill, "FILING_EXPIRED"));
    }

    private static ObjectNode filingOf(String person, LocalDate from) {
        return Json.object()
                .put("personId", person)
                .put("category", "LONG_TERM_RESIDENT")
                .put("careRegion", SHANGHAI)
                .put("effectiveFrom", from.toString())
                .put("channel", "COUNTER")
                .put("reason", "补录纸质材料");
    }

    private Answer lodge(String path, ObjectNode body) {
        return gateway.ask(Window.agencyOf(NANJING), Call.post(path, body).underKey(window.key()))
                .require(201);
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
                .put("amountFen", LINE_FEN)
                .put("serviceDate", bill.day());
        gateway.ask(HOSPITAL, Call.put("/visits/" + bill.visitId() + "/fee-lines", body))
                .require(200);
    }
}
