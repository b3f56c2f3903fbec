package io.crosscare.acceptance;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.person.FictionalPerson;
import io.crosscare.local.token.TokenRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every door of the suite that changes something or takes a body, each on objects of one person that is made here. Their good
 * requests are played in this order, so a later door may stand on what an earlier one has changed.
 */
final class Doors {

    static final Party AGENCY = Party.agency("镇江市医保中心", "the agency", Requests.ZHENJIANG);
    static final Party OTHER_AGENCY = Party.agency("南京市医保中心", "another agency", "320100");
    static final Party HOSPITAL = Party.hospital("中山医院", "the hospital", "H31000000001");
    static final Party OTHER_HOSPITAL = Party.hospital("华山医院", "another hospital", "H31000000002");
    private static final Party PLATFORM = Party.platform("江苏省平台", "a platform", "320000");

    private static final String DAY = "2019-09-10";
    private static final Expected NOT_FOUND = Expected.of(404, "not-found");
    private static final Expected KEY_TAKEN = Expected.of(409, "idempotency-conflict");
    private static final Expected FORBIDDEN = Expected.of(403, "forbidden");
    private static final Duration CASE_WITHIN = Duration.ofSeconds(30);
    private static final long FEN_MAX = 10_000_000_000L;
    private static final int LINES_MAX = 5_000;
    private static final int CARDS_MAX = 10;

    private final GatewayClient gateway;
    private final RandomIds ids;
    private final FictionalPerson newcomer;
    private final FictionalPerson stranger;
    private final FictionalPerson known;
    private final String personId;
    private final String visitId;
    private String caseId = "";
    private final String stayId;
    private final String billId;
    private final RegistryDoors registry;
    private final RandomGenerator random;

    Doors(GatewayClient gateway, RandomIds ids, RandomGenerator random) {
        this.gateway = gateway;
        this.ids = ids;
        this.random = random;
        this.newcomer = FictionalPerson.bornBetween(1935, 1955, random);
        this.stranger = FictionalPerson.bornBetween(1935, 1955, random);
        this.known = FictionalPerson.bornBetween(1935, 1955, random);
        this.personId = gateway.ask(AGENCY, Requests.insuredPerson(known, "RETIRED"))
                .require(201)
                .string("personId");
        gateway.ask(AGENCY, Requests.filing(personId, "RETIRED_RESETTLED", Requests.SHANGHAI, "2019-05-01", newKey()))
                .require(201);
        this.visitId = visit("OUTPATIENT");
        this.stayId = visit("INPATIENT");
        this.billId = visit("OUTPATIENT");
        gateway.ask(HOSPITAL, feeLines(billId)).require(200);
        this.registry = new RegistryDoors(this::newKey, random);
    }

    /** One of each role, for what only some may do. */
    List<Party> everybody() {
        return List.of(AGENCY, HOSPITAL, PLATFORM, Party.operator(), Party.insured(personId));
    }

    /** All that can be read of the person and its visits. */
    List<String> everythingKnown() {
        return List.of(
                read(AGENCY, "/insured-persons/" + personId),
                read(AGENCY, "/filings?personId=" + personId),
                read(AGENCY, "/persons/" + personId + "/chain"),
                read(AGENCY, "/persons/" + personId + "/accumulators"),
                read(HOSPITAL, "/visits/" + visitId),
                read(HOSPITAL, "/visits/" + stayId),
                read(HOSPITAL, "/visits/" + billId),
                read(AGENCY, RegistryDoors.known()),
                gateway.ask(AGENCY, Requests.lookUp(newcomer))
                        .text()
                        .replaceAll("\"(instance|traceId)\":\"[^\"]*\"", ""));
    }

    /** Each door is made when its turn has come, on what the doors before it have left. */
    Stream<Door> all() {
        Stream<Supplier<Door>> own = Stream.of(
                this::insuredPersons,
                this::lookUps,
                this::filings,
                this::openings,
                this::accountCredits,
                this::visits,
                this::feeLines,
                this::discharges,
                this::previews,
                this::settlements,
                this::adjustments,
                this::cancellations,
                this::reversals,
                this::comments);
        Stream<Supplier<Door>> ofFilings = new FilingDoors(gateway, ids, personId).all();
        // Not flatMap, which makes all doors of a stream before the first is used: each reads what those before it have
        // done.
        Stream<Supplier<Door>> ofPolicies = new PolicyDoors(gateway, this::newKey, random).all();
        Stream<Supplier<Door>> ofChain = new ChainDoors(personId, this::newKey).all();
        Stream<Supplier<Door>> ofVisits = new VisitDoors(this, this::newKey, visitId, stayId).all();
        Stream<Supplier<Door>> ofDesk = new DeskDoors(gateway, this, this::newKey).all();
        Stream<Supplier<Door>> ofCases = new CaseDoors(() -> caseId, this::newKey).all();
        return Stream.of(own, ofChain, ofFilings, registry.all(), ofPolicies, ofVisits, ofDesk, ofCases)
                .reduce(Stream.empty(), Stream::concat)
                .map(Supplier::get);
    }

    private Door insuredPersons() {
        Door door = new Door("POST /insured-persons", AGENCY, Requests.insuredPerson(newcomer, "RETIRED"), 201)
                .withObjects("cards[0]")
                .withFields(
                        Field.region("insuredRegion"),
                        Field.formed("personNumber", "person-number", "number!", "9".repeat(41)),
                        Field.choice("plan"),
                        Field.choice("personType"),
                        Field.words("name", 60),
                        Field.formed("identityNumber", "identity-number", "99999919400101001", "ABCDEFGHIJKLMNOPQR"),
                        Field.choice("insuranceStatus"),
                        Field.region("householdRegistration"),
                        Field.choice("cards[0].kind"),
                        Field.formed("cards[0].number", "card-number", "123", "card number", "9".repeat(65)),
                        Field.region("cards[0].issuedBy"),
                        Field.choice("cards[0].state"));
        JsonNode card =
                Json.read(String.valueOf(door.good().body())).path("cards").get(0);
        ArrayNode tooMany = Json.array();
        for (int i = 0; i <= CARDS_MAX; i++) {
            tooMany.add(((ObjectNode) card.deepCopy()).put("number", "999000000" + i));
        }
        return door.refusing("with a phone that is none", door.goodWith("phone", "call me"), invalid("phone", "phone"))
                .refusing("with cards of another type", door.goodWith("cards", "none"), invalid("cards", "type"))
                .refusing("with too many cards", door.goodWith("cards", tooMany), invalid("cards", "size"))
                .refusing(
                        "with a card twice",
                        door.goodWith("cards", Json.array().add(card).add(card)),
                        invalid("cards", "repeated"))
                .refusing(
                        "with a type that the plan does not know",
                        door.goodWith("personType", "RESIDENT"),
                        invalid("personType", "plan-person-type"))
                .refusing(
                        "of a region whose persons are not kept here",
                        door.goodWith("insuredRegion", Requests.SHANGHAI),
                        invalid("insuredRegion", "hosted-region"))
                .refusing("by another agency", OTHER_AGENCY, door.good(), FORBIDDEN)
                .refusing(
                        "with the identity number of another person",
                        door.goodWith("identityNumber", known.identityNumber()),
                        Expected.of(409, "conflict"));
    }

    private Door lookUps() {
        Door door = new Door("POST /insured-persons/lookups", HOSPITAL, Requests.lookUp(known), 200)
                .alsoFor(TokenRole.AGENCY)
                .withObjects("card")
                .withFields(
                        Field.region("insuredRegion"),
                        Field.formed("identityNumber", "identity-number", "99999919400101001", "{\"$gt\":\"\"}"),
                        Field.object("card"),
                        Field.choice("card.kind"),
                        Field.formed("card.number", "card-number", "123", "card number"));
        return door.refusing("by another agency", OTHER_AGENCY, door.good(), FORBIDDEN)
                .refusing("with another card", door.goodWith("card.number", "9990000000"), refused())
                .refusing("with another name", door.goodWith("name", "另外的人"), refused())
                .refusing("of a person nobody knows", Requests.lookUp(stranger), refused());
    }

    private Door filings() {
        Call good = Requests.filing(personId, "TRANSFER", "330100", "2019-06-01", newKey());
        Door door = new Door("POST /filings", AGENCY, good, 201)
                .withFields(
                        Field.personId("personId"),
                        Field.choice("category"),
                        Field.region("careRegion"),
                        Field.day("effectiveFrom"),
                        Field.choice("channel"),
                        Field.words("reason", 200).optional("text"));
        return door.refusing(
                        "backdated without a reason",
                        door.goodWithout("reason"),
                        invalid("reason", "required-when-backdated"))
                .refusing(
                        "with an end that is no day",
                        door.goodWith("effectiveTo", "soon"),
                        invalid("effectiveTo", "date"))
                .refusing(
                        "with an end before its beginning",
                        door.goodWith("effectiveTo", "2019-05-31"),
                        invalid("effectiveTo", "period"))
                .refusing(
                        "from a day far ahead",
                        door.goodWith("effectiveFrom", "2998-01-01"),
                        invalid("effectiveFrom", "too-far-ahead"))
                .refusing(
                        "for care at home",
                        door.goodWith("careRegion", Requests.ZHENJIANG),
                        invalid("careRegion", "away-from-home"))
                .refusing("for a person nobody knows", door.goodWith("personId", ids.next('p')), NOT_FOUND)
                .refusing("for another agency's person", OTHER_AGENCY, door.good(), NOT_FOUND)
                .refusingAfterwards("with the same key and other content", door.goodWith("reason", "另一原因"), KEY_TAKEN);
    }

    private Door openings() {
        Door door = new Door(
                        "POST /persons/{personId}/openings",
                        AGENCY,
                        Requests.opening(personId, Map.of("2019/pooled.outpatient", 0L), newKey()),
                        201)
                .withFields(Field.object("counters").failing("required", Json.object()), Field.words("reason", 200));
        return onPerson(door)
                .refusing(
                        "with a counter nobody knows",
                        door.goodWith("counters", Json.object().put("2019/luck", 1)),
                        invalid("counters.2019/luck", "counter-name"))
                .refusing(
                        "with a counter below zero",
                        door.goodWith("counters", Json.object().put("2019/pooled.outpatient", -1)),
                        invalid("counters.2019/pooled.outpatient", "range"))
                .refusing(
                        "with a counter beyond belief",
                        door.goodWith("counters", Json.object().put("2019/pooled.outpatient", FEN_MAX + 1)),
                        invalid("counters.2019/pooled.outpatient", "range"))
                .refusing(
                        "with a counter as text",
                        door.goodWith("counters", Json.object().put("2019/pooled.outpatient", "1")),
                        invalid("counters.2019/pooled.outpatient", "type"))
                .refusing(
                        "with half a fen",
                        door.goodWith("counters", Json.object().put("2019/pooled.outpatient", 0.5)),
                        invalid("counters.2019/pooled.outpatient", "type"))
                .refusingAfterwards(
                        "with the same key and other content",
                        door.goodWith("counters", Json.object().put("2019/pooled.outpatient", 7)),
                        KEY_TAKEN);
    }

    private Door accountCredits() {
        Door door = new Door(
                        "POST /persons/{personId}/account-credits",
                        AGENCY,
                        Requests.accountCredit(personId, 20_000, newKey()),
                        201)
                .withFields(Field.whole("amountFen", 1, FEN_MAX), Field.words("reason", 200));
        return onPerson(door)
                .refusingAfterwards(
                        "with the same key and other content", door.goodWith("amountFen", 20_001), KEY_TAKEN);
    }

    private Door onPerson(Door door) {
        return door.refusing("of another agency's person", OTHER_AGENCY, door.good(), NOT_FOUND)
                .refusing("of a person nobody knows", elsewhere(door, personId, ids.next('p')), NOT_FOUND)
                .refusing("of what is no person", elsewhere(door, personId, "999999194001010013"), NOT_FOUND);
    }

    private Door visits() {
        Door door = new Door(
                        "POST /visits", HOSPITAL, Requests.visit(personId, "OUTPATIENT", DAY, "MZ-1", newKey()), 201)
                .withFields(
                        Field.personId("personId"),
                        Field.region("insuredRegion"),
                        Field.choice("serviceType"),
                        Field.pastDay("startedOn"),
                        Field.choice("cardKind"),
                        Field.words("visitNumber", 64));
        return door.refusing(
                        "with a treatment nobody knows",
                        door.goodWith("specialTreatment", "ST19"),
                        invalid("specialTreatment", "special-treatment"))
                .refusingAfterwards(
                        "with the same key and other content", door.goodWith("visitNumber", "MZ-2"), KEY_TAKEN);
    }

    private Door feeLines() {
        Door door = new Door("PUT /visits/{id}/fee-lines", HOSPITAL, feeLines(visitId), 200);
        JsonNode line =
                Json.read(String.valueOf(door.good().body())).path("lines").get(0);
        door = door.withObjects("lines[0]")
                .withFields(
                        Field.list("lines", LINES_MAX, line),
                        Field.whole("lines[0].lineNumber", 1, Integer.MAX_VALUE),
                        Field.formed("lines[0].batch", "batch", "a batch", "1234567890abcdefg"),
                        Field.words("lines[0].itemCode", 64),
                        Field.words("lines[0].name", 200).optional("text"),
                        Field.decimal("lines[0].quantity", 4),
                        Field.decimal("lines[0].unitPrice", 6),
                        Field.whole("lines[0].amountFen", -FEN_MAX, FEN_MAX),
                        Field.pastDay("lines[0].serviceDate"));
        return onVisit(door, visitId)
                .refusing(
                        "with no line in the list",
                        door.goodWith("lines", Door.listOfNull()),
                        invalid("lines[0]", "required"))
                .refusing(
                        "with a quantity of zero",
                        door.goodWith("lines[0].quantity", "0"),
                        invalid("lines[0].quantity", "not-zero"))
                .refusing(
                        "with a price below zero",
                        door.goodWith("lines[0].unitPrice", "-585.00"),
                        invalid("lines[0].unitPrice", "not-negative"))
                .refusing(
                        "with an amount two fen off",
                        door.goodWith("lines[0].amountFen", 58_502),
                        invalid("lines[0].amountFen", "quantity-times-price"))
                .refusing(
                        "with an amount of the other sign",
                        door.goodWith("lines[0].amountFen", -58_500),
                        invalid("lines[0].amountFen", "quantity-times-price"))
                .refusing(
                        "with a number twice",
                        door.goodWith("lines[1].lineNumber", 1),
                        invalid("lines[1].lineNumber", "unique"))
                .refusing(
                        "with a day before the visit",
                        door.goodWith("lines[0].serviceDate", "2019-09-09"),
                        invalid("lines[0].serviceDate", "within-visit"))
                .refusingAfterwards(
                        "with other content under a number",
                        door.goodWith("lines[0].name", "另一项目"),
                        Expected.of(409, "line-conflict"));
    }

    private Door discharges() {
        Door door = new Door(
                        "POST /visits/{id}/discharges",
                        HOSPITAL,
                        Call.post(
                                "/visits/" + stayId + "/discharges",
                                Json.object().put("endedOn", "2019-09-12")),
                        200)
                .withFields(Field.pastDay("endedOn"));
        return onVisit(door, stayId)
                .refusing(
                        "before the stay began",
                        door.goodWith("endedOn", "2019-09-09"),
                        invalid("endedOn", "not-before-start"))
                .refusing("of an outpatient", elsewhere(door, stayId, visitId), Expected.of(409, "conflict"));
    }

    private Door previews() {
        Door door = new Door("POST /visits/{id}/previews", HOSPITAL, Requests.preview(billId, true), 200)
                .withFields(
                        Field.formed("batch", "batch", "a batch", "1234567890abcdefg")
                                .optional("batch"),
                        Field.flag("usePersonalAccount"));
        return onTheWay(onVisit(door, billId), door);
    }

    private Door settlements() {
        Door door = new Door(
                        "POST /visits/{id}/settlements",
                        HOSPITAL,
                        Requests.settlementOn(headOfPerson(), billId, true, newKey()),
                        201)
                .withObjects("head")
                .withFields(
                        Field.formed("batch", "batch", "a batch", "1234567890abcdefg")
                                .optional("batch"),
                        Field.flag("usePersonalAccount"),
                        Field.object("head").optional("type"),
                        Field.whole("head.seq", 0, 9_999_999_999L),
                        Field.formed("head.hash", "hash", "00ff", "A".repeat(64)));
        return onTheWay(onVisit(door, billId), door)
                .refusing(
                        "with an invoice number too long",
                        door.goodWith("invoiceNumber", "9".repeat(65)),
                        invalid("invoiceNumber", "text"))
                .refusingAfterwards(
                        "with the same key and other content", door.goodWith("invoiceNumber", "FP-1"), KEY_TAKEN)
                .refusingAfterwards("with another key", door.good().underKey(newKey()), refused());
    }

    /** A settlement on the way says up to which day, is of a stay, and no other says a day. */
    private static Door onTheWay(Door refusing, Door door) {
        return refusing.refusing(
                        "on the way without a day", door.goodWith("interim", true), invalid("until", "required"))
                .refusing("up to a day as a whole", door.goodWith("until", DAY), invalid("until", "with-interim"));
    }

    private String settlementOfTheBill() {
        return read(HOSPITAL, "/visits/" + billId).replaceAll(".*\"settlementId\":\"([^\"]*)\".*", "$1");
    }

    private Door adjustments() {
        String settlementId = settlementOfTheBill();
        Door door = new Door(
                        "POST /settlements/{id}/adjustments",
                        HOSPITAL,
                        Requests.adjustment(settlementId, 1, "0.5", 29_250, newKey()),
                        201)
                .withObjects("returns[0]")
                .withFields(
                        Field.list(
                                "returns",
                                LINES_MAX,
                                Json.object()
                                        .put("lineNumber", 1)
                                        .put("quantity", "0.5")
                                        .put("amountFen", 29_250)),
                        Field.whole("returns[0].lineNumber", 1, Integer.MAX_VALUE),
                        Field.decimal("returns[0].quantity", 4),
                        Field.whole("returns[0].amountFen", 1, FEN_MAX),
                        Field.words("reason", 200));
        return door.refusing("of another hospital's settlement", OTHER_HOSPITAL, door.good(), NOT_FOUND)
                .refusing(
                        "of a line that was not billed",
                        door.goodWith("returns[0].lineNumber", 99),
                        invalid("returns[0].lineNumber", "billed"))
                .refusing(
                        "of more than was billed",
                        door.goodWith("returns[0].quantity", "1.5"),
                        invalid("returns[0].quantity", "within-bill"))
                .refusing(
                        "of another amount than the quantity costs",
                        door.goodWith("returns[0].amountFen", 29_252),
                        invalid("returns[0].amountFen", "quantity-times-price"))
                .refusing("of what is no settlement", elsewhere(door, settlementId, "null"), NOT_FOUND)
                .refusingAfterwards("with the same key and other content", door.goodWith("reason", "其他"), KEY_TAKEN);
    }

    private Door cancellations() {
        String settlementId = settlementOfTheBill();
        Door door = new Door(
                        "POST /settlements/{id}/cancellations",
                        HOSPITAL,
                        Requests.cancellation(settlementId, newKey()),
                        201)
                .withFields(Field.words("reason", 200));
        return door.refusing("of another hospital's settlement", OTHER_HOSPITAL, door.good(), NOT_FOUND)
                .refusing(
                        "of a settlement nobody knows",
                        elsewhere(door, settlementId, ids.next('p') + ":0000000001"),
                        NOT_FOUND)
                .refusing(
                        "of an entry that is none", elsewhere(door, settlementId, personId + ":0000000001"), NOT_FOUND)
                .refusing("of what is no settlement", elsewhere(door, settlementId, "null"), NOT_FOUND);
    }

    private Door reversals() {
        String neverSeen = newKey();
        Door door = new Door(
                        "POST /reversals",
                        HOSPITAL,
                        Requests.reversal(personId, HOSPITAL.institution(), neverSeen, newKey()),
                        201)
                .withFields(
                        Field.personId("personId"),
                        Field.formed("institution", "institution-code", "H310", "31000000001", "H3100000000１"),
                        Field.choice("kind"),
                        Field.formed("key", "idempotency-key", "two words", "k".repeat(129), "键键键键键键键"));
        return door.refusing("for another hospital", OTHER_HOSPITAL, door.good(), NOT_FOUND)
                .refusing("of a person who was never here", door.goodWith("personId", ids.next('p')), NOT_FOUND)
                .refusingAfterwards(
                        "settled under the key that is void", Requests.settlement(billId, false, neverSeen), refused());
    }

    private Door comments() {
        caseId = refusedCase();
        Door door = new Door(
                        "POST /correction-cases/{id}/comments",
                        HOSPITAL,
                        Call.post(
                                        "/correction-cases/" + caseId + "/comments",
                                        Json.object().put("text", "请核对\n备案"))
                                .underKey(newKey()),
                        201)
                .alsoFor(TokenRole.AGENCY)
                .withFields(Field.formed("text", "text", "长".repeat(2_001), "escape-\u001b[2J"));
        return door.refusing("on another hospital's case", OTHER_HOSPITAL, door.good(), NOT_FOUND)
                .refusing("on a case nobody knows", elsewhere(door, caseId, ids.next('c')), NOT_FOUND)
                .refusing("on what is no case", elsewhere(door, caseId, "null"), NOT_FOUND)
                .refusingAfterwards("with the same key and other content", door.goodWith("text", "其他"), KEY_TAKEN);
    }

    /** The case of a new person's bill that was refused, once all services have told what they know of it. */
    String refusedCase() {
        FictionalPerson turnedAway = FictionalPerson.bornBetween(1935, 1955, random);
        String unfiled = gateway.ask(AGENCY, Requests.insuredPerson(turnedAway, "RETIRED"))
                .require(201)
                .string("personId");
        String id = gateway.ask(HOSPITAL, Requests.visit(unfiled, "OUTPATIENT", DAY, newKey(), newKey()))
                .require(201)
                .string("id");
        gateway.ask(HOSPITAL, feeLines(id)).require(200);
        gateway.ask(HOSPITAL, Requests.settlement(id, false, newKey())).require(422);
        return Eventually.of(
                CASE_WITHIN,
                () -> gateway.list(HOSPITAL, Call.get("/correction-cases").with("personId", unfiled)).stream()
                        .map(found -> found.path("id").asString())
                        .filter(found -> gateway.ask(HOSPITAL, Call.get("/correction-cases/" + found))
                                .field("awaited")
                                .isEmpty())
                        .findFirst());
    }

    Door onVisit(Door door, String id) {
        return door.refusing("of another hospital's visit", OTHER_HOSPITAL, door.good(), NOT_FOUND)
                .refusing("of a visit nobody knows", elsewhere(door, id, ids.next('v')), NOT_FOUND)
                .refusing("of what is no visit", elsewhere(door, id, "null"), NOT_FOUND);
    }

    private JsonNode headOfPerson() {
        return gateway.ask(HOSPITAL, Requests.preview(billId, true))
                .require(200)
                .field("head");
    }

    private String visit(String serviceType) {
        return gateway.ask(HOSPITAL, Requests.visit(personId, serviceType, DAY, newKey(), newKey()))
                .require(201)
                .string("id");
    }

    private static Call feeLines(String visitId) {
        return Requests.feeLines(visitId, GoldenCase.of("D01"), DemoSteps.D01_ITEMS);
    }

    private String read(Party party, String path) {
        return gateway.ask(party, Call.get(path)).require(200).text();
    }

    static Call elsewhere(Door door, String id, String otherId) {
        Call good = door.good();
        return new Call(good.method(), good.path().replace(id, otherId), good.query(), good.body(), good.headers());
    }

    private static Expected invalid(String field, String rule) {
        return Expected.invalid(field, rule);
    }

    private static Expected refused() {
        return Expected.of(422, "refused");
    }

    private String newKey() {
        return ids.next('k');
    }
}
