package io.crosscare.acceptance;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.token.TokenRole;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What is done to a filing after it was lodged: a good request for each of these doors, and what makes it a bad one. */
final class FilingDoors {

    private static final Party AGENCY = Doors.AGENCY;
    private static final Expected NOT_FOUND = Expected.of(404, "not-found");
    private static final Expected CONFLICT = Expected.of(409, "conflict");
    private static final Expected KEY_TAKEN = Expected.of(409, "idempotency-conflict");
    private static final Party OTHER_AGENCY = Doors.OTHER_AGENCY;
    private static final String WHY = "个人申请";

    private final GatewayClient gateway;
    private final RandomIds ids;
    private final String personId;

    FilingDoors(GatewayClient gateway, RandomIds ids, String personId) {
        this.gateway = gateway;
        this.ids = ids;
        this.personId = personId;
    }

    Stream<Supplier<Door>> all() {
        return Stream.of(this::changes, this::reviews, this::supplements, this::withdrawals, this::forms, this::scans);
    }

    private Door changes() {
        String filing = lodge("LONG_TERM_RESIDENT", "330200");
        ObjectNode body = Json.object().put("careRegion", "330300").put("effectiveFrom", "2019-10-01");
        Door door = door("changes", filing, body)
                .withFields(
                        Field.region("careRegion").optional("region-code"),
                        Field.day("effectiveFrom").optional("date"),
                        Field.words("reason", 200));
        return door.refusing(
                        "of nothing",
                        door.good().withBody(Json.object().put("reason", WHY).toString()),
                        Expected.invalid("body", "one-change"))
                .refusing(
                        "to care at home",
                        door.goodWith("careRegion", Requests.ZHENJIANG),
                        Expected.invalid("careRegion", "away-from-home"))
                .refusing(
                        "to a category that is none",
                        door.goodWith("category", "PROMISE"),
                        Expected.invalid("category", "one-of"))
                .refusing("to an end before the change", door.goodWith("effectiveTo", "2019-09-30"), CONFLICT);
    }

    private Door reviews() {
        String filing = lodge("FOLLOW_UP", "330400");
        ObjectNode body = Json.object().put("verdict", "CONFIRM_TREATMENT").put("specialTreatment", "ST04");
        Door door = door("reviews", filing, body)
                .withFields(
                        Field.choice("verdict"),
                        Field.formed("specialTreatment", "special-treatment", "4", "ST4", "ST０４")
                                .optional("special-treatment"),
                        Field.words("reason", 200));
        return door.refusing("of what is in force already", door.goodWith("verdict", "ACCEPT"), CONFLICT)
                .refusing("without the treatment", door.goodWithout("specialTreatment"), CONFLICT)
                .refusing(
                        "of a treatment that is none",
                        door.goodWith("specialTreatment", "ST19"),
                        Expected.of(422, "refused"));
    }

    private Door supplements() {
        String filing = lodge("PROMISE", "330500");
        ObjectNode body = Json.object();
        body.putObject("residence").put("ground", "WORKING");
        Door door = door("supplements", filing, body)
                .withObjects("residence")
                .withFields(Field.choice("residence.ground"), Field.words("reason", 200));
        return door.refusing(
                        "with a paper that is none",
                        door.goodWith("materials", Json.array().add("paper")),
                        Expected.invalid("materials[0]", "material"))
                .refusing(
                        "without the papers",
                        door.goodWith("materials", Json.array().add("SOCIAL_SECURITY_CARD")),
                        Expected.of(422, "refused"));
    }

    private Door withdrawals() {
        String filing = lodge("LONG_TERM_RESIDENT", "330600");
        ObjectNode body = Json.object().put("from", "2019-10-01");
        Door door = door("withdrawals", filing, body)
                .alsoFor(TokenRole.INSURED)
                .withFields(Field.day("from").optional("date"), Field.words("reason", 200));
        return door.refusing(
                        "backdated by the person",
                        Party.insured(personId),
                        door.good(),
                        Expected.invalid("from", "not-backdated"))
                .refusing("by another person", Party.insured(ids.next('p')), door.good(), NOT_FOUND)
                .refusing(
                        "from a day far ahead",
                        door.goodWith("from", "2998-01-01"),
                        Expected.invalid("from", "too-far-ahead"));
    }

    private Door forms() {
        String filing = lodge("LONG_TERM_RESIDENT", "330700");
        ObjectNode body = Json.object()
                .put("kind", "TRANSFER_FORM")
                .put("signed", true)
                .put("stamped", true)
                .put("signedOn", "2019-04-30")
                .put("institutionCode", "H32110000001")
                .put("department", "内科")
                .put("diagnosis", "虚构的诊断")
                .put("doctorTitle", "CHIEF");
        Door door = new Door("POST /filings/{id}/forms", AGENCY, call("forms", filing, body), 201)
                .alsoFor(TokenRole.INSURED)
                .alsoFor(TokenRole.HOSPITAL)
                .withFields(
                        Field.choice("kind"),
                        Field.flag("signed"),
                        Field.flag("stamped"),
                        Field.day("signedOn"),
                        Field.formed("institutionCode", "institution-code", "H310", "31000000001"),
                        Field.words("department", 60),
                        Field.words("diagnosis", 200),
                        Field.choice("doctorTitle"));
        return ofOthers(door, filing)
                .refusing(
                        "signed in the future",
                        door.goodWith("signedOn", "2998-01-01"),
                        Expected.invalid("signedOn", "not-in-future"));
    }

    private Door scans() {
        String filing = lodge("LONG_TERM_RESIDENT", "330800");
        String pdf = base64("%PDF-1.7 虚构");
        ObjectNode body = Json.object().put("material", "SETTLEMENT_FORM").put("content", pdf);
        Door door = new Door("POST /filings/{id}/scans", AGENCY, call("scans", filing, body), 201)
                .alsoFor(TokenRole.INSURED)
                .alsoFor(TokenRole.HOSPITAL)
                .withFields(
                        Field.formed("material", "material", "paper", "DRIVING_LICENCE"),
                        Field.formed("content", "base64", "§", "no base64!"));
        return ofOthers(door, filing)
                .refusing(
                        "of a page with a script",
                        door.goodWith("content", base64("<html><script>")),
                        Expected.invalid("content", "scan"))
                .refusing("by a hospital that has not lodged it", Doors.HOSPITAL, door.good(), NOT_FOUND)
                .refusingAfterwards(
                        "with the same key and other content",
                        door.goodWith("content", base64("%PDF-1.7 另一份")),
                        KEY_TAKEN);
    }

    private Door door(String act, String filing, ObjectNode body) {
        Door door = new Door("POST /filings/{id}/" + act, AGENCY, call(act, filing, body.put("reason", WHY)), 201);
        return ofOthers(door, filing)
                .refusingAfterwards("with the same key and other content", door.goodWith("reason", "另一原因"), KEY_TAKEN);
    }

    private Door ofOthers(Door door, String filing) {
        String path = door.good().path();
        Call unknown = at(door.good(), path.replace(filing, ids.next('f')));
        Call malformed = at(door.good(), path.replace(filing, "null"));
        return door.refusing("by another agency", OTHER_AGENCY, door.good(), NOT_FOUND)
                .refusing("on a filing nobody knows", unknown, NOT_FOUND)
                .refusing("on what is no filing", malformed, NOT_FOUND);
    }

    private static Call at(Call call, String path) {
        return new Call(call.method(), path, call.query(), call.body(), call.headers());
    }

    private Call call(String act, String filing, ObjectNode body) {
        return Call.post("/filings/" + filing + "/" + act, body).underKey(ids.next('k'));
    }

    private static String base64(String content) {
        return Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    /** A filing of its own for each door. */
    private String lodge(String what, String careRegion) {
        String category = what.equals("FOLLOW_UP") ? "TRANSFER" : "LONG_TERM_RESIDENT";
        Call plain = Requests.filing(personId, category, careRegion, "2019-05-01", ids.next('k'));
        ObjectNode body = (ObjectNode) Json.read(String.valueOf(plain.body()));
        if (what.equals("FOLLOW_UP")) {
            body.put("followUpOf", personId + ":0000000001");
        }
        if (what.equals("PROMISE")) {
            body.put("promise", true);
        }
        return gateway.ask(AGENCY, plain.withBody(body.toString())).require(201).string("id");
    }
}
