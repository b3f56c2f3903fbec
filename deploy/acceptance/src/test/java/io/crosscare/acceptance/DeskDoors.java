package io.crosscare.acceptance;

import io.crosscare.local.token.TokenRole;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The doors by which an office works on a case that lies with it. The hospital's own agency is not in the suite, so what it
 * passes on is outside, and it brings that back itself.
 */
final class DeskDoors {

    private static final int REASON_MAX = 2_000;
    private static final Expected NOT_FOUND = Expected.of(404, "not-found");
    private static final Expected KEY_TAKEN = Expected.of(409, "idempotency-conflict");
    private static final Expected CONFLICT = Expected.of(409, "conflict");

    private final GatewayClient gateway;
    private final Doors doors;
    private final Supplier<String> keys;
    private String caseId = "";

    DeskDoors(GatewayClient gateway, Doors doors, Supplier<String> keys) {
        this.gateway = gateway;
        this.doors = doors;
        this.keys = keys;
    }

    Stream<Supplier<Door>> all() {
        return Stream.of(this::escalations, this::returns, this::resolutions, this::reopenings);
    }

    private Door escalations() {
        caseId = doors.refusedCase();
        return act("escalations", "医院已核对，请协查");
    }

    private Door returns() {
        return act("returns", "对方电话答复，请补充材料");
    }

    private Door resolutions() {
        gateway.ask(
                        Doors.HOSPITAL,
                        Call.post(path("assignments"), Json.object()).underKey(keys.get()))
                .require(200);
        Door door = act("resolutions", "患者已现金结算，回参保地报销");
        return door.refusingAfterwards("a second time", door.good().underKey(keys.get()), CONFLICT);
    }

    private Door reopenings() {
        Door door = act("reopenings", "患者再次来院，仍不能结算");
        return door.refusingAfterwards("a second time", door.good().underKey(keys.get()), CONFLICT);
    }

    private Door act(String act, String reason) {
        ObjectNode body = Json.object().put("reason", reason);
        Door door = new Door(
                        "POST /correction-cases/{id}/" + act,
                        Doors.HOSPITAL,
                        Call.post(path(act), body).underKey(keys.get()),
                        200)
                .alsoFor(TokenRole.AGENCY)
                .withFields(Field.formed("reason", "text", "长".repeat(REASON_MAX + 1), "escape-\u001b[2J"));
        return door.refusing("on another hospital's case", Doors.OTHER_HOSPITAL, door.good(), NOT_FOUND)
                .refusing("on a case nobody knows", Doors.elsewhere(door, caseId, "c" + "a".repeat(26)), NOT_FOUND)
                .refusing("on what is no case", Doors.elsewhere(door, caseId, "null"), NOT_FOUND)
                .refusingAfterwards("with the same key and other content", door.goodWith("reason", "其他理由"), KEY_TAKEN);
    }

    private String path(String act) {
        return "/correction-cases/" + caseId + "/" + act;
    }
}
