package io.crosscare.acceptance;

import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The doors at which a policy becomes the law and is tried on what was settled. The policy that is proposed here speaks for one day
 * long past, drawn anew, so that it touches no other test and a suite may be tested twice.
 */
final class PolicyDoors {

    private static final Party AUTHOR = Doors.AGENCY;
    private static final Party APPROVER = Party.agency("镇江市医保中心", "its head", Requests.ZHENJIANG, "head");
    private static final Expected NOT_FOUND = Expected.of(404, "not-found");
    private static final Expected FORBIDDEN = Expected.of(403, "forbidden");
    private static final Expected CONFLICT = Expected.of(409, "conflict");
    private static final Expected KEY_TAKEN = Expected.of(409, "idempotency-conflict");
    private static final String DOCUMENT = "document";
    private static final int DAYS = 20_000;
    private static final int WORDS_MAX = 500;

    private final GatewayClient gateway;
    private final Supplier<String> keys;
    private final LocalDate day;

    PolicyDoors(GatewayClient gateway, Supplier<String> keys, RandomGenerator random) {
        this.gateway = gateway;
        this.keys = keys;
        this.day = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(DAYS));
    }

    Stream<Supplier<Door>> all() {
        return Stream.of(this::proposals, this::decisions, this::replays);
    }

    private Door proposals() {
        Call good = Call.post("/policies", body(day)).underKey(keys.get());
        Door door = new Door("POST /policies", AUTHOR, good, 201).withFields(Field.formed(DOCUMENT, "policy-document"));
        String document = document(day);
        return door.refusing(
                        "that replaces what is no hash",
                        door.goodWith("replaces", Json.array().add("the old one")),
                        Expected.invalid("replaces[0]", "hash"))
                .refusing(
                        "of a plan that is none",
                        door.goodWith(DOCUMENT, document.replace("plan: EMPLOYEE", "plan: PENSION")),
                        Expected.invalid("document.plan", "policy-document"))
                .refusing(
                        "for days of which another policy speaks",
                        door.goodWith(DOCUMENT, document(LocalDate.of(2019, 6, 1))),
                        Expected.invalid("document.from", "policy-document"))
                .refusing(
                        "that is no document",
                        door.goodWith(DOCUMENT, "{"),
                        Expected.invalid("document.document", "policy-document"))
                .refusing("for another agency's region", Doors.OTHER_AGENCY, good, FORBIDDEN)
                .refusingAfterwards(
                        "the same key for another policy",
                        door.goodWith(DOCUMENT, document.replace("fen: 50000", "fen: 50001")),
                        KEY_TAKEN)
                .refusingAfterwards("the same policy again", good.underKey(keys.get()), CONFLICT);
    }

    private Door decisions() {
        String path = "/policy-proposals/" + propose(day.plusDays(1)) + "/decisions";
        Call good = Call.post(path, Json.object().put("decision", "APPROVED")).underKey(keys.get());
        Door door = new Door("POST /policy-proposals/{hash}/decisions", APPROVER, good, 200)
                .withFields(
                        Field.choice("decision"),
                        Field.words("reason", WORDS_MAX).optional("text"));
        return door.refusing(
                        "a rejection without a reason",
                        door.goodWith("decision", "REJECTED"),
                        Expected.invalid("reason", "required"))
                .refusing("by its author", AUTHOR, good, FORBIDDEN)
                .refusing("by another agency", Doors.OTHER_AGENCY, good, NOT_FOUND)
                .refusing(
                        "on a policy nobody knows",
                        Call.post(
                                        "/policy-proposals/" + "0".repeat(64) + "/decisions",
                                        Json.object().put("decision", "APPROVED"))
                                .underKey(keys.get()),
                        NOT_FOUND)
                .refusingAfterwards(
                        "another decision",
                        good.withBody(Json.object()
                                .put("decision", "REJECTED")
                                .put("reason", "改变主意")
                                .toString()),
                        CONFLICT);
    }

    private Door replays() {
        Call good = Call.post(
                        "/policy-replays",
                        Json.object()
                                .put("policyHash", inForce())
                                .put("from", "2019-01-01")
                                .put("to", "2019-12-31"))
                .underKey(keys.get());
        Door door = new Door("POST /policy-replays", AUTHOR, good, 202)
                .withFields(Field.formed("policyHash", "text", "9".repeat(65)), Field.day("from"), Field.day("to"));
        return door.refusing(
                        "that ends before it begins",
                        door.goodWith("to", "2018-12-31"),
                        Expected.invalid("to", "order"))
                .refusing("over a century", door.goodWith("to", "2118-12-31"), Expected.invalid("to", "range"))
                .refusing("of a policy nobody knows", door.goodWith("policyHash", "0".repeat(64)), NOT_FOUND)
                .refusing("of another region's policy", Doors.OTHER_AGENCY, good, NOT_FOUND)
                .refusingAfterwards("the same key for other days", door.goodWith("to", "2019-11-30"), KEY_TAKEN);
    }

    private String propose(LocalDate on) {
        return gateway.ask(AUTHOR, Call.post("/policies", body(on)).underKey(keys.get()))
                .require(201)
                .string("hash");
    }

    private ObjectNode body(LocalDate on) {
        return Json.object().put(DOCUMENT, document(on));
    }

    /** What is in force in 2019, for that day alone. */
    private String document(LocalDate on) {
        return gateway.ask(AUTHOR, Call.get("/policies/" + inForce()))
                .require(200)
                .string(DOCUMENT)
                .replaceFirst("(?m)^from: .*$", "from: " + on)
                .replaceFirst("(?m)^to: .*$", "to: " + on);
    }

    private String inForce() {
        return gateway.ask(
                        AUTHOR,
                        Call.get("/policies").with("region", Requests.ZHENJIANG).with("on", "2019-09-10"))
                .require(200)
                .json()
                .path("items")
                .valueStream()
                .filter(policy -> policy.path("name").asString().equals("321100-employee-2019"))
                .findFirst()
                .orElseThrow()
                .path("hash")
                .asString();
    }
}
