package io.crosscare.acceptance;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.person.FictionalPerson;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * A cashier's window with a patient who is turned away: makes persons, institutions and bills, presses, and looks at the case that
 * the desk opens for it.
 */
final class Window {

    static final String DAY = "2019-09-10";

    private static final Duration DESK_WITHIN = Duration.ofSeconds(60);
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(10);
    private static final int ANSWERS_THAT_HEAL = 3;
    private static final long BILL_FEN = 58_500;
    private static final String COLUMNS = "code,name,region,capabilities,source,code_provisional,level,mark";

    private final GatewayClient gateway;
    private final RandomIds ids = RandomIds.secure();
    private final SecureRandom random = new SecureRandom();

    Window(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** A bill that a window refused, or is about to. */
    record Bill(String personId, String visitId, Party hospital, String day, boolean isStay) {}

    String key() {
        return ids.next('k');
    }

    /** The papers of somebody nobody has registered. */
    FictionalPerson papers() {
        return FictionalPerson.bornBetween(1935, 1955, random);
    }

    /** An employee of a region, as its agency reports them, with something changed. */
    String person(FictionalPerson papers, String region, UnaryOperator<ObjectNode> change) {
        Call plain = Requests.insuredPerson(papers, "RETIRED");
        String body = String.valueOf(plain.body()).replace("\"" + Requests.ZHENJIANG + "\"", "\"" + region + "\"");
        ObjectNode person = change.apply((ObjectNode) Json.read(body));
        Answer answer = gateway.ask(agencyOf(region), plain.withBody(person.toString()));
        if (answer.status() != 201) {
            answer.require(200);
        }
        return answer.string("personId");
    }

    String person() {
        return person(papers(), Requests.ZHENJIANG, plain -> plain);
    }

    static ObjectNode withCard(ObjectNode person, String state) {
        ((ObjectNode) person.at("/cards/0")).put("state", state);
        return person;
    }

    static Party agencyOf(String region) {
        return Party.agency("经办机构", "an agency", region);
    }

    String file(String personId, String careRegion, String from) {
        return gateway.ask(Doors.AGENCY, Requests.filing(personId, "RETIRED_RESETTLED", careRegion, from, key()))
                .require(201)
                .string("id");
    }

    void act(String filing, String act, ObjectNode body) {
        gateway.ask(
                        Doors.AGENCY,
                        Call.post("/filings/" + filing + "/" + act, body.put("reason", "验收"))
                                .underKey(key()))
                .require(201);
    }

    /** A labelled institution, or that one changed. */
    Party institution(String code, String region, String level, String capabilities) {
        String row = "%s,%s%s,%s,%s,fixture of the acceptance tests,true,%s,SAMPLE"
                .formatted(code, Fixtures.LABEL, code, region, capabilities, level);
        Answer answer = gateway.ask(
                        agencyOf(region),
                        Call.post("/institution-imports", Json.object())
                                .withBody(COLUMNS + "\n" + row + "\n")
                                .withHeader("Content-Type", "text/csv;charset=UTF-8"))
                .require(200);
        if (answer.number("refused") > 0) {
            throw new Difference("the registry refuses the fixture: " + answer.text());
        }
        return Party.hospital(code, code, code);
    }

    /** A code that is still free. */
    String freeCode(String region) {
        return "H" + region + (80_000 + random.nextInt(9_999));
    }

    Bill bill(String personId, Party hospital, String day) {
        return bill(personId, hospital, day, Requests.ZHENJIANG, "PROVINCIAL_CARD");
    }

    Bill bill(String personId, Party hospital, String day, String insuredRegion, String cardKind) {
        return charged(visit(personId, "OUTPATIENT", day, insuredRegion, cardKind), personId, hospital, day);
    }

    /** Of a stay of one day that has ended. */
    Bill stay(String personId, Party hospital, String day, String insuredRegion) {
        Call visit = visit(personId, "INPATIENT", day, insuredRegion, "PROVINCIAL_CARD");
        String visitId = charged(visit, personId, hospital, day).visitId();
        gateway.ask(
                        hospital,
                        Call.post(
                                "/visits/" + visitId + "/discharges",
                                Json.object().put("endedOn", day)))
                .require(200);
        return new Bill(personId, visitId, hospital, day, /* isStay= */ true);
    }

    private Call visit(String personId, String serviceType, String day, String insuredRegion, String cardKind) {
        Call plain = Requests.visit(personId, serviceType, day, key(), key());
        ObjectNode visit = (ObjectNode) Json.read(String.valueOf(plain.body()));
        visit.put("insuredRegion", insuredRegion).put("cardKind", cardKind);
        return plain.withBody(visit.toString());
    }

    /** Of an outpatient visit that this registers, with a line. */
    Bill charged(Call registration, String personId, Party hospital, String day) {
        String visitId = gateway.ask(hospital, registration).require(201).string("id");
        gateway.ask(hospital, Requests.oneLine(visitId, BILL_FEN, day)).require(200);
        return new Bill(personId, visitId, hospital, day, /* isStay= */ false);
    }

    Answer press(Bill bill) {
        return press(bill, key());
    }

    Answer press(Bill bill, String key) {
        return gateway.ask(bill.hospital(), settling(bill, key));
    }

    /** The request that settles it: of a stay as a whole, else of its one batch. */
    static Call settling(Bill bill, String key) {
        return bill.isStay()
                ? Call.post(
                                "/visits/" + bill.visitId() + "/settlements",
                                Json.object().put("usePersonalAccount", false))
                        .underKey(key)
                : Requests.settlement(bill.visitId(), false, key);
    }

    /** The request that previews it. */
    static Call previewing(Bill bill) {
        return bill.isStay()
                ? Call.post(
                        "/visits/" + bill.visitId() + "/previews", Json.object().put("usePersonalAccount", false))
                : Requests.preview(bill.visitId(), false);
    }

    /** Until settlement has heard of what changed, its copy says yes. */
    void awaitNo(Bill bill, String reason) {
        Eventually.of(
                HEARD_WITHIN,
                () -> Optional.of(gateway.ask(bill.hospital(), previewing(bill)))
                        .filter(preview -> preview.status() == 422
                                && preview.string("reason").equals(reason)));
    }

    /** Bills that are refused with a no of filing-service and with one of the registry. */
    record Unpayable(Bill unfiled, Bill unconnected) {}

    Unpayable unpayable() {
        String ofNanjing = person(papers(), "320100", plain -> plain.put("personType", "ACTIVE"));
        return new Unpayable(
                bill(person(), Doors.HOSPITAL, DAY),
                bill(ofNanjing, Doors.HOSPITAL, "2019-04-17", "320100", "PROVINCIAL_CARD"));
    }

    void awaitOwners() {
        awaitOwners(unpayable());
    }

    /**
     * After an outage settlement lets one question after the other through to an owner, until it has been answered some. A no is
     * asked of its owner.
     */
    void awaitOwners(Unpayable bills) {
        for (int i = 0; i < ANSWERS_THAT_HEAL; i++) {
            awaitNo(bills.unfiled(), "NO_FILING");
            awaitNo(bills.unconnected(), "NOT_CONNECTED_ON_DATE");
        }
    }

    /** Presses, is refused for this, and has the case once the desk has named this cause. */
    Answer refused(Bill bill, String reason, String cause) {
        Answer refusal = press(bill).require(422);
        Require.text(refusal, "reason", reason);
        return diagnosed(bill, reason, cause);
    }

    /** The case of a refusal once the desk has named this cause. */
    Answer diagnosed(Bill bill, String reason, String cause) {
        return awaitCase(
                bill,
                reason,
                one -> one.json().at("/diagnosis/cause").asString("").equals(cause));
    }

    Answer awaitCase(Bill bill, String reason, Predicate<Answer> wanted) {
        return Eventually.of(DESK_WITHIN, () -> caseOf(bill, reason).filter(wanted));
    }

    private Optional<Answer> caseOf(Bill bill, String reason) {
        return gateway
                .list(
                        bill.hospital(),
                        Call.get("/correction-cases")
                                .with("personId", bill.personId())
                                .with("reason", reason))
                .stream()
                .map(found -> found.path("id").asString())
                .map(id -> gateway.ask(bill.hospital(), Call.get("/correction-cases/" + id))
                        .require(200))
                .filter(one -> one.string("visitId").equals(bill.visitId()))
                .findFirst();
    }

    /**
     * The desk finds out by itself that the bill settles now; the second press succeeds, and the case closes with it. Nobody has
     * lent a hand, and nothing that the desk said was wrong.
     */
    Answer mended(Bill bill, String reason) {
        awaitCase(bill, reason, one -> one.json().at("/canSettleNow").asBoolean());
        String settlement = press(bill).require(201).string("id");
        Answer closed = awaitCase(bill, reason, one -> one.string("state").equals("RESOLVED"));
        if (!closed.json().at("/evidence/settlementId").asString("").equals(settlement)) {
            throw new Difference("the case is closed by another settlement: " + closed.text());
        }
        return closed;
    }
}
