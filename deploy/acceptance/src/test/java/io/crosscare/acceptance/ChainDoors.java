package io.crosscare.acceptance;

import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The doors through which an insured region's core system tells of what it paid itself. */
final class ChainDoors {

    private static final Expected NOT_FOUND = Expected.of(404, "not-found");
    private static final Expected KEY_TAKEN = Expected.of(409, "idempotency-conflict");
    private static final Expected CONFLICT = Expected.of(409, "conflict");
    private static final int ROWS_MAX = 500;
    private static final long SEQUENCE_MAX = 9_999_999_999L;

    private final String personId;
    private final Supplier<String> keys;

    /** Doors on the chain of this person. */
    ChainDoors(String personId, Supplier<String> keys) {
        this.personId = personId;
        this.keys = keys;
    }

    Stream<Supplier<Door>> all() {
        return Stream.of(this::externals, this::feeds, this::comparisons, this::closings);
    }

    private Door externals() {
        String number = keys.get();
        Door door = new Door(
                        "POST /persons/{personId}/externals",
                        Doors.AGENCY,
                        Call.post("/persons/" + personId + "/externals", payment(number, 1))
                                .underKey(keys.get()),
                        201)
                .withFields(fields(""));
        return door.refusing("before the one ahead of it", door.goodWith("sequence", 2), CONFLICT)
                .refusing(
                        "that counts below zero",
                        door.goodWith("moves", Json.object().put("2018/pooled", -1)),
                        CONFLICT)
                .refusing(
                        "that counts in a year far from its day",
                        door.goodWith("moves", Json.object().put("2031/pooled", 1)),
                        Expected.invalid("moves.2031/pooled", "period"))
                .refusing(
                        "that counts the externals",
                        door.goodWith("moves", Json.object().put("externals", 1)),
                        Expected.invalid("moves.externals", "counter-name"))
                .refusing("for another agency's person", Doors.OTHER_AGENCY, door.good(), NOT_FOUND)
                .refusingAfterwards(
                        "with the same key and other content", door.goodWith("occurredOn", "2019-08-02"), KEY_TAKEN)
                .refusingAfterwards(
                        "of other content under the core's number",
                        door.goodWith("occurredOn", "2019-08-02").underKey(keys.get()),
                        CONFLICT);
    }

    /** Without a word up to when the feed is complete: it would be stale for whatever is settled after. */
    private Door feeds() {
        ObjectNode body = Json.object();
        ObjectNode row = payment(keys.get(), 2).put("personId", personId);
        body.putArray("externals").add(row);
        Field[] ofRow = fields("externals[0].");
        Field[] all = new Field[ofRow.length + 3];
        System.arraycopy(ofRow, 0, all, 3, ofRow.length);
        all[0] = Field.formed("completeUpTo", "instant", "yesterday", "2999-01-01T00:00:00Z")
                .optional("instant");
        all[1] = Field.list("externals", ROWS_MAX, row).optional("required");
        all[2] = Field.personId("externals[0].personId");
        return new Door(
                        "POST /external-feeds",
                        Doors.AGENCY,
                        Call.post("/external-feeds", body).underKey(keys.get()),
                        200)
                .withObjects("externals[0]")
                .withFields(all);
    }

    private Door comparisons() {
        ObjectNode body = Json.object().put("day", "2026-01-01");
        ObjectNode row = Json.object().put("personId", personId);
        row.putObject("counters").put("2018/pooled", 100);
        body.putArray("persons").add(row);
        return new Door("POST /accumulator-comparisons", Doors.AGENCY, Call.post("/accumulator-comparisons", body), 200)
                .withObjects("persons[0]")
                .withFields(
                        Field.pastDay("day"),
                        Field.list("persons", ROWS_MAX, row),
                        Field.personId("persons[0].personId"),
                        Field.object("persons[0].counters").failing("required", Json.object()));
    }

    private Door closings() {
        ObjectNode body = Json.object()
                .put("movedTo", Requests.SHANGHAI)
                .put("closedOn", "2019-12-31")
                .put("reason", "转往上海参保");
        Door door = new Door(
                        "POST /persons/{personId}/closings",
                        Doors.AGENCY,
                        Call.post("/persons/" + personId + "/closings", body).underKey(keys.get()),
                        201)
                .withFields(Field.region("movedTo"), Field.pastDay("closedOn"), Field.words("reason", 200));
        return door.refusing(
                        "to where the person is",
                        door.goodWith("movedTo", Requests.ZHENJIANG),
                        Expected.invalid("movedTo", "another-region"))
                .refusing("of another agency's person", Doors.OTHER_AGENCY, door.good(), NOT_FOUND)
                .refusingAfterwards(
                        "with the same key and other content", door.goodWith("closedOn", "2019-12-30"), KEY_TAKEN)
                .refusingAfterwards("a second time", door.good().underKey(keys.get()), CONFLICT);
    }

    private static Field[] fields(String path) {
        return new Field[] {
            Field.formed(path + "coreNumber", "core-number", "two words", "n".repeat(65)),
            Field.whole(path + "sequence", 1, SEQUENCE_MAX),
            Field.choice(path + "manner"),
            Field.pastDay(path + "occurredOn"),
            Field.choice(path + "serviceType"),
            Field.object(path + "moves").failing("required", Json.object())
        };
    }

    private static ObjectNode payment(String number, int sequence) {
        ObjectNode payment = Json.object()
                .put("coreNumber", number)
                .put("sequence", sequence)
                .put("manner", "MANUAL")
                .put("occurredOn", "2019-08-01")
                .put("serviceType", "OUTPATIENT");
        payment.putObject("moves").put("2018/pooled", 100);
        return payment;
    }
}
