package io.crosscare.acceptance;

import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The doors by which a hospital changes its visit between registration and settlement, on an outpatient visit that has lines
 * and a stay that has been discharged.
 */
final class VisitDoors {

    private static final String REASON = "reason";
    private static final String WORDS = "录入有误";
    private static final int REASON_MAX = 200;
    private static final int DIAGNOSES_MAX = 50;
    private static final int LINES_MAX = 5_000;
    private static final long FEN_MAX = 10_000_000_000L;
    private static final Expected KEY_TAKEN = Expected.of(409, "idempotency-conflict");
    private static final Expected CONFLICT = Expected.of(409, "conflict");

    private final Doors doors;
    private final Supplier<String> keys;
    private final String visitId;
    private final String stayId;

    VisitDoors(Doors doors, Supplier<String> keys, String visitId, String stayId) {
        this.doors = doors;
        this.keys = keys;
        this.visitId = visitId;
        this.stayId = stayId;
    }

    Stream<Supplier<Door>> all() {
        return Stream.of(
                this::changes,
                this::diagnoses,
                this::withdrawals,
                this::dischargeCancellations,
                this::categoryTotals,
                this::cancellations);
    }

    private Door changes() {
        ObjectNode body = because().put("cardKind", "E_CERTIFICATE").put("startedOn", "2019-09-10");
        body.put("serviceType", "OUTPATIENT").put("visitNumber", "MZ-" + keys.get());
        Door door = act("changes", visitId, body)
                .withFields(
                        Field.words(REASON, REASON_MAX),
                        Field.choice("serviceType").optional("one-of"),
                        Field.pastDay("startedOn").optional("date"),
                        Field.choice("cardKind").optional("one-of"),
                        Field.words("visitNumber", 64).optional("text"));
        return doors.onVisit(door, visitId)
                .refusing(
                        "with a treatment nobody knows",
                        door.goodWith("specialTreatment", "ST19"),
                        Expected.invalid("specialTreatment", "special-treatment"))
                .refusing(
                        "with an end of what is no stay",
                        door.goodWith("endedOn", "2019-09-12"),
                        Expected.invalid("endedOn", "after-discharge"))
                .refusing(
                        "with a start after a fee line",
                        door.goodWith("startedOn", "2019-09-11"),
                        Expected.invalid("startedOn", "lines-within"))
                .refusingAfterwards(
                        "with the same key and other content", door.goodWith("cardKind", "PROVINCIAL_CARD"), KEY_TAKEN);
    }

    private Door diagnoses() {
        ObjectNode diagnosis = Json.object()
                .put("code", "I10.x00")
                .put("name", "原发性高血压")
                .put("type", "MAIN")
                .put("kind", "WESTERN")
                .put("diagnosedOn", "2019-09-10")
                .put("department", "心内科")
                .put("doctorCode", "D310000000001");
        ObjectNode body = Json.object();
        body.set("diagnoses", Json.array().add(diagnosis));
        Door door = new Door(
                        "PUT /visits/{id}/diagnoses",
                        Doors.HOSPITAL,
                        Call.put("/visits/" + visitId + "/diagnoses", body),
                        200)
                .withObjects("diagnoses[0]")
                .withFields(
                        Field.list("diagnoses", DIAGNOSES_MAX, diagnosis),
                        Field.formed("diagnoses[0].code", "diagnosis-code", "a code", "1".repeat(21)),
                        Field.words("diagnoses[0].name", 100),
                        Field.choice("diagnoses[0].type"),
                        Field.choice("diagnoses[0].kind").optional("one-of"),
                        Field.pastDay("diagnoses[0].diagnosedOn"),
                        Field.words("diagnoses[0].department", 50).optional("text"),
                        Field.words("diagnoses[0].doctorCode", 30).optional("text"));
        return doors.onVisit(door, visitId)
                .refusing(
                        "without a main one",
                        door.goodWith("diagnoses[0].type", "SECONDARY"),
                        Expected.invalid("diagnoses", "one-main"));
    }

    private Door withdrawals() {
        ObjectNode body = because();
        body.set("lineNumbers", Json.array().add(1));
        Door door = act("fee-line-withdrawals", visitId, body).withFields(Field.words(REASON, REASON_MAX));
        return doors.onVisit(door, visitId)
                .refusing(
                        "without saying which",
                        door.goodWithout("lineNumbers"),
                        Expected.invalid("lineNumbers", "one-of-three"))
                .refusing(
                        "by number and by batch",
                        door.goodWith("batch", "1"),
                        Expected.invalid("lineNumbers", "one-of-three"))
                .refusing(
                        "of a number that is none",
                        door.goodWith("lineNumbers", Json.array().add(0)),
                        Expected.invalid("lineNumbers[0]", "range"))
                .refusing(
                        "of a line that never was there",
                        door.goodWith("lineNumbers", Json.array().add(99)),
                        Expected.invalid("lineNumbers[0]", "uploaded"))
                .refusingAfterwards(
                        "with the same key and other content",
                        door.goodWith("lineNumbers", Json.array().add(2)),
                        KEY_TAKEN);
    }

    private Door dischargeCancellations() {
        Door door = act("discharge-cancellations", stayId, because()).withFields(Field.words(REASON, REASON_MAX));
        return doors.onVisit(door, stayId)
                .refusing("of an outpatient", Doors.elsewhere(door, stayId, visitId), CONFLICT)
                .refusingAfterwards("with another key", door.good().underKey(keys.get()), CONFLICT);
    }

    /** Of the stay, which goes on and has no fee lines. */
    private Door categoryTotals() {
        ObjectNode total = Json.object()
                .put("category", "西药费")
                .put("lineNumber", 1)
                .put("fullSelfPayFen", 1_000)
                .put("overLimitSelfPayFen", 500)
                .put("upfrontSelfPayFen", 2_000)
                .put("eligibleCostFen", 30_000)
                .put("totalCostFen", 33_500)
                .put("serviceDate", "2019-09-10");
        ObjectNode body = Json.object();
        body.set("totals", Json.array().add(total));
        Door door = new Door(
                        "PUT /visits/{id}/category-totals",
                        Doors.HOSPITAL,
                        Call.put("/visits/" + stayId + "/category-totals", body),
                        200)
                .withObjects("totals[0]")
                .withFields(
                        Field.list("totals", LINES_MAX, total),
                        Field.words("totals[0].category", 20),
                        Field.whole("totals[0].lineNumber", 1, Integer.MAX_VALUE)
                                .optional("range"),
                        part("fullSelfPayFen").optional("range"),
                        part("overLimitSelfPayFen").optional("range"),
                        part("upfrontSelfPayFen").optional("range"),
                        part("eligibleCostFen"),
                        Field.pastDay("totals[0].serviceDate").optional("date"));
        return doors.onVisit(door, stayId)
                .refusing(
                        "with another sum than its parts have",
                        door.goodWith("totals[0].totalCostFen", 33_501),
                        Expected.invalid("totals[0].totalCostFen", "sum-of-parts"))
                .refusing("of an outpatient", Doors.elsewhere(door, stayId, visitId), CONFLICT)
                .refusingAfterwards(
                        "with other content under a number",
                        door.goodWith("totals[0].category", "检查费"),
                        Expected.of(409, "line-conflict"));
    }

    private static Field part(String name) {
        return Field.whole("totals[0]." + name, 0, FEN_MAX);
    }

    private Door cancellations() {
        Door door = act("cancellations", stayId, because()).withFields(Field.words(REASON, REASON_MAX));
        return doors.onVisit(door, stayId)
                .refusingAfterwards(
                        "discharged when it is cancelled",
                        Call.post(
                                "/visits/" + stayId + "/discharges",
                                Json.object().put("endedOn", "2019-09-12")),
                        CONFLICT);
    }

    private Door act(String act, String visit, ObjectNode body) {
        Call good = Call.post("/visits/" + visit + "/" + act, body).underKey(keys.get());
        return new Door("POST /visits/{id}/" + act, Doors.HOSPITAL, good, 201);
    }

    private static ObjectNode because() {
        return Json.object().put(REASON, WORDS);
    }
}
