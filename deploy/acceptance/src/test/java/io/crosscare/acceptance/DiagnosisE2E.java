package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.Window.Bill;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.local.person.FictionalPerson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A patient is turned away at the window: the desk names the cause, what shows it and who mends it; once it is mended the desk finds
 * that out by itself, tells the hospital, and the second press succeeds. One scenario for each cause that real processes can
 * bring about; nobody lends the desk a hand. They wait more than they work, so they are played beside each other.
 */
@OnRunningSuite
class DiagnosisE2E {

    private static final Party HOSPITAL = Doors.HOSPITAL;
    private static final String SHANGHAI = Requests.SHANGHAI;
    private static final String ZHENJIANG = Requests.ZHENJIANG;
    private static final String NANJING = "320100";
    private static final String OPEN_SINCE_2000 = "CROSS_PROVINCE_OUTPATIENT|*|2000-01-01";

    private final GatewayClient gateway;
    private final Window window;

    DiagnosisE2E(SuiteUnderTest suite) {
        this.gateway = suite.client();
        this.window = new Window(gateway);
    }

    /** How far the desk came by itself in all scenarios on this suite. */
    @AfterAll
    static void reports(SuiteUnderTest suite) {
        Automation.report(suite.client());
    }

    // the filing

    @Scenario
    void noFiling() {
        Bill bill = window.bill(window.person(), HOSPITAL, Window.DAY);
        Answer found = window.refused(bill, "NO_FILING", "NO_FILING");
        assertResponsible(found, "INSURED_AGENCY", "0511-85340390");
        shows(bill, "NO_FILING", "NOTHING_FILED");

        window.file(bill.personId(), SHANGHAI, "2019-05-01");

        assertWithoutAHand(window.mended(bill, "NO_FILING"));
    }

    @Scenario
    void filedForAnotherRegion() {
        Bill bill = window.bill(window.person(), HOSPITAL, "2019-10-08");
        String filing = window.file(bill.personId(), "330100", "2019-05-01");
        Answer found = window.refused(bill, "FILING_FOR_OTHER_REGION", "FILED_ELSEWHERE");
        assertResponsible(found, "INSURED_AGENCY", "0511-85340390");
        window.awaitCase( // which filing it is, the desk has still to ask
                bill,
                "FILING_FOR_OTHER_REGION",
                one -> one.json()
                        .at("/diagnosis/action/path")
                        .asString("")
                        .equals("/api/v1/filings/" + filing + "/changes"));

        window.act(filing, "changes", Json.object().put("careRegion", SHANGHAI).put("effectiveFrom", "2019-10-01"));

        assertWithoutAHand(window.mended(bill, "FILING_FOR_OTHER_REGION"));
    }

    @Scenario
    void filingNotYetEffective() {
        Bill bill = window.bill(window.person(), HOSPITAL, Window.DAY);
        window.file(bill.personId(), SHANGHAI, "2019-10-01");

        Answer found = window.refused(bill, "FILING_NOT_YET_EFFECTIVE", "FILING_NOT_YET_EFFECTIVE");

        assertResponsible(found, "INSURED_AGENCY", "0511-85340390");
        shows(bill, "FILING_NOT_YET_EFFECTIVE", "FILED");
    }

    @Scenario
    void filingWithdrawn() {
        Bill bill = window.bill(window.person(), HOSPITAL, Window.DAY);
        String filing = window.file(bill.personId(), SHANGHAI, "2019-05-01");
        window.act(filing, "withdrawals", Json.object().put("from", "2019-08-01"));
        window.awaitNo(bill, "FILING_EXPIRED");
        Answer found = window.refused(bill, "FILING_EXPIRED", "FILING_WITHDRAWN");
        assertResponsible(found, "INSURED_AGENCY", "0511-85340390");

        window.file(bill.personId(), SHANGHAI, "2019-09-01");

        assertWithoutAHand(window.mended(bill, "FILING_EXPIRED"));
    }

    @Scenario
    void filingExpired() {
        Bill bill = window.bill(window.person(), HOSPITAL, Window.DAY);
        Call endless = Requests.filing(bill.personId(), "RETIRED_RESETTLED", SHANGHAI, "2019-05-01", window.key());
        ObjectNode ended = (ObjectNode) Json.read(String.valueOf(endless.body()));
        gateway.ask(
                        Doors.AGENCY,
                        endless.withBody(ended.put("effectiveTo", "2019-08-31").toString()))
                .require(201);
        Answer found = window.refused(bill, "FILING_EXPIRED", "FILING_EXPIRED");
        assertResponsible(found, "INSURED_AGENCY", "0511-85340390");
        shows(bill, "FILING_EXPIRED", "FILED");

        window.file(bill.personId(), SHANGHAI, "2019-09-01");

        assertWithoutAHand(window.mended(bill, "FILING_EXPIRED"));
    }

    /** Nanjing's core system has not said anything for two days; its word that the feed is complete ends it. */
    @Scenario
    @ResourceLock(NANJING)
    void externalFeedStale() {
        Party agency = Window.agencyOf(NANJING);
        String person = window.person(window.papers(), NANJING, plain -> plain);
        Call lodged = Requests.filing(person, "RETIRED_RESETTLED", SHANGHAI, "2019-05-10", window.key());
        gateway.ask(agency, lodged).require(201);
        Bill bill = window.bill(person, HOSPITAL, Window.DAY, NANJING, "PROVINCIAL_CARD");
        Instant now = Clock.systemUTC().instant();
        completeUpTo(agency, now.minus(Duration.ofDays(2)));
        window.awaitNo(bill, "EXTERNAL_FEED_STALE");
        Answer found = window.refused(bill, "EXTERNAL_FEED_STALE", "EXTERNAL_FEED_STALE");
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSURED_AGENCY");
        assertThat(found.json().at("/diagnosis/action/path").asString()).isEqualTo("/api/v1/external-feeds");

        completeUpTo(agency, now);

        assertWithoutAHand(window.mended(bill, "EXTERNAL_FEED_STALE"));
    }

    private void completeUpTo(Party agency, Instant instant) {
        gateway.ask(
                        agency,
                        Call.post("/external-feeds", Json.object().put("completeUpTo", instant.toString()))
                                .underKey(window.key()))
                .require(200);
    }

    /** Whoever files by app waits for the agency; a day that has passed is not for the person to file. */
    @Scenario
    @ResourceLock(NANJING)
    void filingUnderReview() {
        Party agency = Window.agencyOf(NANJING);
        String today = ChinaTime.today(Clock.systemUTC()).toString();
        String person = window.person(window.papers(), NANJING, plain -> plain);
        Party hospital =
                window.institution(window.freeCode(SHANGHAI), SHANGHAI, "L3", "CROSS_PROVINCE_INPATIENT|*|2000-01-01");
        // Nanjing's outpatient ratios since 2023 are not published; its terms for stays are.
        Bill bill = window.stay(person, hospital, today, NANJING);
        ObjectNode application = Json.object()
                .put("personId", person)
                .put("category", "LONG_TERM_RESIDENT")
                .put("careRegion", SHANGHAI)
                .put("effectiveFrom", today)
                .put("channel", "APP");
        application.putObject("residence").put("ground", "LIVING");
        application.putArray("materials").add("LONG_TERM_AWAY_PROOF");
        String filing = gateway.ask(
                        Party.insured(person),
                        Call.post("/filings", application).underKey(window.key()))
                .require(201)
                .string("id");
        Answer found = window.refused(bill, "NO_FILING", "FILING_UNDER_REVIEW");
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSURED_AGENCY");
        String review = found.json().at("/diagnosis/action/path").asString();
        assertThat(review).isEqualTo("/api/v1/filings/" + filing + "/reviews");

        gateway.ask(
                        agency,
                        Call.post(
                                        "/filings/" + filing + "/reviews",
                                        Json.object().put("verdict", "ACCEPT").put("reason", "材料齐全"))
                                .underKey(window.key()))
                .require(201);

        assertWithoutAHand(window.mended(bill, "NO_FILING"));
    }

    // the person and the card

    @Scenario
    void cardNotActivated() {
        FictionalPerson papers = window.papers();
        String person = window.person(papers, ZHENJIANG, plain -> Window.withCard(plain, "NOT_ACTIVATED"));
        window.file(person, SHANGHAI, "2019-05-01");
        Bill bill = window.bill(person, HOSPITAL, Window.DAY);
        Answer found = window.refused(bill, "CARD_NOT_ACTIVE", "CARD_NOT_ACTIVATED");
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("CARD_OFFICE");
        shows(bill, "CARD_NOT_ACTIVE", "PERSON");

        window.person(papers, ZHENJIANG, plain -> Window.withCard(plain, "ACTIVE"));

        assertWithoutAHand(window.mended(bill, "CARD_NOT_ACTIVE"));
    }

    @Scenario
    void cardLost() {
        FictionalPerson papers = window.papers();
        String person = window.person(papers, ZHENJIANG, plain -> Window.withCard(plain, "LOST"));
        window.file(person, SHANGHAI, "2019-05-01");
        Bill bill = window.bill(person, HOSPITAL, Window.DAY);
        Answer found = window.refused(bill, "CARD_NOT_ACTIVE", "CARD_LOST");
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("CARD_OFFICE");

        window.person(papers, ZHENJIANG, plain -> Window.withCard(plain, "ACTIVE"));

        assertWithoutAHand(window.mended(bill, "CARD_NOT_ACTIVE"));
    }

    @Scenario
    void cardNotAccepted() {
        String person = window.person();
        window.file(person, SHANGHAI, "2019-05-01");
        Bill bill = window.bill(person, HOSPITAL, Window.DAY, ZHENJIANG, "CITY_CITIZEN_CARD");
        Answer found = window.refused(bill, "CARD_NOT_ACCEPTED", "CARD_NOT_ACCEPTED");
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("CARD_OFFICE");

        gateway.ask(
                        HOSPITAL,
                        Call.post(
                                        "/visits/" + bill.visitId() + "/changes",
                                        Json.object()
                                                .put("cardKind", "PROVINCIAL_CARD")
                                                .put("reason", "改用省卡"))
                                .underKey(window.key()))
                .require(201);

        assertWithoutAHand(window.mended(bill, "CARD_NOT_ACCEPTED"));
    }

    @Scenario
    void insuranceSuspended() {
        FictionalPerson papers = window.papers();
        String person = window.person(papers, ZHENJIANG, plain -> plain.put("insuranceStatus", "SUSPENDED"));
        window.file(person, SHANGHAI, "2019-05-01");
        Bill bill = window.bill(person, HOSPITAL, Window.DAY);
        Answer found = window.refused(bill, "INSURANCE_SUSPENDED", "INSURANCE_SUSPENDED");
        assertResponsible(found, "INSURED_AGENCY", "0511-85340390");
        shows(bill, "INSURANCE_SUSPENDED", "PERSON");

        window.person(papers, ZHENJIANG, plain -> plain.put("insuranceStatus", "ACTIVE"));

        assertWithoutAHand(window.mended(bill, "INSURANCE_SUSPENDED"));
    }

    // regions and institutions

    @Scenario
    void regionsNotConnected() {
        Party hospital = window.institution(window.freeCode("330100"), "330100", "L3", OPEN_SINCE_2000);
        String person = window.person();
        window.file(person, "330100", "2019-05-01");

        Bill bill = window.bill(person, hospital, Window.DAY);

        Answer found = window.refused(bill, "REGIONS_NOT_CONNECTED", "REGIONS_NOT_CONNECTED");

        assertResponsible(found, "INSURED_AGENCY", "0511-85340390");
        window.awaitCase(bill, "REGIONS_NOT_CONNECTED", one -> !evidence(one).isEmpty());
    }

    @Scenario
    void notConnectedOnThatDay() {
        String person = window.person(window.papers(), NANJING, plain -> plain.put("personType", "ACTIVE"));

        Answer found = window.refused(
                window.bill(person, HOSPITAL, "2019-04-17", NANJING, "PROVINCIAL_CARD"),
                "NOT_CONNECTED_ON_DATE",
                "NOT_CONNECTED_ON_DATE");

        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSURED_AGENCY");
        assertThat(found.json().at("/diagnosis/responsible/phone").asString()).startsWith("025-");
    }

    @Scenario
    void serviceNotOpenForThePlan() {
        String person = window.person(
                window.papers(), NANJING, plain -> plain.put("plan", "RESIDENT").put("personType", "RESIDENT"));

        Answer found = window.refused(
                window.bill(person, HOSPITAL, Window.DAY, NANJING, "PROVINCIAL_CARD"),
                "SERVICE_NOT_OPEN_FOR_CATEGORY",
                "SERVICE_NOT_OPEN_FOR_PLAN");

        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSURED_AGENCY");
    }

    @Scenario
    void institutionSuspended() {
        Party hospital = window.institution(window.freeCode(SHANGHAI), SHANGHAI, "L3", OPEN_SINCE_2000);
        String person = window.person();
        window.file(person, SHANGHAI, "2019-05-01");
        Bill bill = window.bill(person, hospital, Window.DAY);
        announce(
                hospital, "suspensions", Json.object().put("from", "2019-09-01").put("reason", "系统改造"));
        window.awaitNo(bill, "INSTITUTION_NOT_CONNECTED");
        Answer found = window.refused(bill, "INSTITUTION_NOT_CONNECTED", "INSTITUTION_SUSPENDED");
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("CARE_AGENCY");

        announce(hospital, "resumptions", Json.object().put("on", "2019-09-05").put("reason", "恢复"));

        assertWithoutAHand(window.mended(bill, "INSTITUTION_NOT_CONNECTED"));
    }

    @Scenario
    void capabilityNotOpen() {
        String code = window.freeCode(SHANGHAI);
        Party hospital = window.institution(code, SHANGHAI, "L3", "CROSS_PROVINCE_OUTPATIENT|*|2019-10-28");
        String person = window.person();
        window.file(person, SHANGHAI, "2019-05-01");
        Bill bill = window.bill(person, hospital, Window.DAY);
        Answer found = window.refused(bill, "INSTITUTION_NOT_CONNECTED", "CAPABILITY_NOT_OPEN");
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("CARE_AGENCY");

        window.institution(code, SHANGHAI, "L3", OPEN_SINCE_2000);

        assertWithoutAHand(window.mended(bill, "INSTITUTION_NOT_CONNECTED"));
    }

    /** Two patients of one trouble: one case. */
    @Scenario
    void institutionLevelUnknown() {
        String code = window.freeCode(SHANGHAI);
        Party hospital = window.institution(code, SHANGHAI, "", OPEN_SINCE_2000);
        Bill first = filedBill(hospital);
        Bill second = filedBill(hospital);
        Answer patient = window.refused(first, "INSTITUTION_LEVEL_UNKNOWN", "INSTITUTION_LEVEL_UNKNOWN");
        window.refused(second, "INSTITUTION_LEVEL_UNKNOWN", "INSTITUTION_LEVEL_UNKNOWN");
        Call common = Call.get("/correction-cases/" + patient.string("group"));
        assertThat(gateway.list(hospital, Call.get("/correction-cases"))).hasSize(1);
        Eventually.of(
                Duration.ofSeconds(30),
                () -> Optional.of(gateway.ask(hospital, common).require(200))
                        .filter(one -> one.json().at("/outage/patients").asLong() == 2));

        window.institution(code, SHANGHAI, "L3", OPEN_SINCE_2000);

        window.mended(first, "INSTITUTION_LEVEL_UNKNOWN");
        window.mended(second, "INSTITUTION_LEVEL_UNKNOWN");
        Answer closed = Eventually.of(
                Duration.ofSeconds(30),
                () -> Optional.of(gateway.ask(hospital, common).require(200))
                        .filter(one -> one.string("state").equals("RESOLVED")));
        assertWithoutAHand(closed);
        assertThat(gateway.list(hospital, Call.get("/correction-cases/" + closed.string("id") + "/patients")))
                .hasSize(2);
    }

    // the bill

    @Scenario
    void duplicate() {
        Bill bill = filedBill(HOSPITAL);
        String settlement = window.press(bill).require(201).string("id");

        window.press(bill).require(422);

        Answer found = Eventually.of(
                Duration.ofSeconds(30),
                () -> Optional.of(window.diagnosed(bill, "ALREADY_SETTLED", "DUPLICATE"))
                        .filter(one -> one.string("state").equals("RESOLVED")));
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSTITUTION");
        assertThat(found.json().at("/diagnosis/action/path").asString()).isEqualTo("/api/v1/settlements/" + settlement);
    }

    @Scenario
    void reversedBeforeArrival() {
        Bill bill = filedBill(HOSPITAL);
        String key = window.key();
        gateway.ask(HOSPITAL, Requests.reversal(bill.personId(), HOSPITAL.institution(), key, window.key()))
                .require(201);
        window.press(bill, key).require(422);
        Answer found = window.diagnosed(bill, "REVERSED_BEFORE_ARRIVAL", "REVERSED_BEFORE_ARRIVAL");
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSTITUTION");

        assertWithoutAHand(window.mended(bill, "REVERSED_BEFORE_ARRIVAL"));
    }

    @Scenario
    void invoiceAlreadyPaid() {
        String person = window.person();
        window.file(person, SHANGHAI, "2019-05-01");
        Bill first = window.bill(person, HOSPITAL, Window.DAY);
        Bill second = window.bill(person, HOSPITAL, "2019-09-11");
        ObjectNode withInvoice = Json.object()
                .put("batch", "1")
                .put("usePersonalAccount", false)
                .put("invoiceNumber", "FP" + window.key());
        settle(first, withInvoice).require(201);

        settle(second, withInvoice).require(422);
        Answer found = window.diagnosed(second, "INVOICE_ALREADY_PAID", "INVOICE_ALREADY_PAID");

        assertThat(found.json().at("/diagnosis/action/path").asString()).endsWith("/cancellations");
        assertWithoutAHand(window.mended(second, "INVOICE_ALREADY_PAID"));
    }

    @Scenario
    void previewStale() {
        String person = window.person();
        window.file(person, SHANGHAI, "2019-05-01");
        Bill first = window.bill(person, HOSPITAL, Window.DAY);
        Bill second = window.bill(person, HOSPITAL, "2019-09-11");
        JsonNode head = gateway.ask(HOSPITAL, Requests.preview(second.visitId(), false))
                .require(200)
                .field("head");
        window.press(first).require(201);

        gateway.ask(HOSPITAL, Requests.settlementOn(head, second.visitId(), false, window.key()))
                .require(422);
        Answer found = window.diagnosed(second, "PREVIEW_STALE", "PREVIEW_STALE");

        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSTITUTION");
        assertWithoutAHand(window.mended(second, "PREVIEW_STALE"));
    }

    @Scenario
    void sumsInconsistent() {
        Bill bill = filedBill(HOSPITAL);
        ObjectNode body = Json.object();
        body.putArray("lines")
                .addObject()
                .put("lineNumber", 2)
                .put("batch", "1")
                .put("itemCode", "ZL0001")
                .put("quantity", "-1")
                .put("unitPrice", "999.00")
                .put("amountFen", -99_900)
                .put("serviceDate", bill.day());
        gateway.ask(HOSPITAL, Call.put("/visits/" + bill.visitId() + "/fee-lines", body))
                .require(200);
        Answer found = window.refused(bill, "BILL_INCONSISTENT", "SUMS_INCONSISTENT");
        assertThat(found.json().at("/diagnosis/action/path").asString())
                .isEqualTo("/api/v1/visits/" + bill.visitId() + "/fee-lines");

        ObjectNode withdrawal = Json.object().put("reason", "退费有误");
        withdrawal.putArray("lineNumbers").add(2);
        gateway.ask(
                        HOSPITAL,
                        Call.post("/visits/" + bill.visitId() + "/fee-line-withdrawals", withdrawal)
                                .underKey(window.key()))
                .require(201);

        assertWithoutAHand(window.mended(bill, "BILL_INCONSISTENT"));
    }

    @Scenario
    void policyMissing() {
        String person = window.person();
        window.file(person, SHANGHAI, "2016-01-01");
        Bill bill = window.bill(person, HOSPITAL, "2016-03-01");
        Answer refusal = window.press(bill).require(422);
        assertThat(refusal.string("reason")).isIn("POLICY_MISSING", "NOT_CONNECTED_ON_DATE");

        String reason = refusal.string("reason");
        Answer found = window.diagnosed(bill, reason, reason);

        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("INSURED_AGENCY");
    }

    private Bill filedBill(Party hospital) {
        String person = window.person();
        window.file(person, SHANGHAI, "2019-05-01");
        return window.bill(person, hospital, Window.DAY);
    }

    private Answer settle(Bill bill, ObjectNode body) {
        return gateway.ask(
                HOSPITAL,
                Call.post("/visits/" + bill.visitId() + "/settlements", body).underKey(window.key()));
    }

    private void announce(Party hospital, String what, ObjectNode body) {
        gateway.ask(
                        Window.agencyOf(SHANGHAI),
                        Call.post("/institutions/" + hospital.institution() + "/" + what, body)
                                .underKey(window.key()))
                .require(201);
    }

    private static void assertResponsible(Answer found, String kind, String phone) {
        assertThat(found.json().at("/diagnosis/responsible/kind").asString()).isEqualTo(kind);
        assertThat(found.json().at("/diagnosis/responsible/phone").asString()).isEqualTo(phone);
    }

    /** What the neighbours know arrives a moment after the cause that the refusal alone has named. */
    private void shows(Bill bill, String reason, String fact) {
        window.awaitCase(bill, reason, one -> evidence(one).contains(fact));
    }

    static List<String> evidence(Answer found) {
        return StreamSupport.stream(found.json().at("/diagnosis/evidence").spliterator(), false)
                .map(fact -> fact.path("kind").asString())
                .toList();
    }

    /** Everything that was repaired, the desk repaired by itself. */
    static void assertWithoutAHand(Answer closed) {
        assertThat(closed.string("state")).isEqualTo("RESOLVED");
        for (JsonNode repair : closed.field("repairs")) {
            assertThat(repair.path("automatic").asBoolean()).isTrue();
        }
    }
}
