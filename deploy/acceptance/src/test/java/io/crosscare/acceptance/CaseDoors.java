package io.crosscare.acceptance;

import io.crosscare.local.token.TokenRole;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The doors by which people work on a correction case, beside its comments. */
final class CaseDoors {

    private static final Expected NOT_FOUND = Expected.of(404, "not-found");
    private static final Expected KEY_TAKEN = Expected.of(409, "idempotency-conflict");
    private static final String NOBODYS_CASE = "c" + "z".repeat(26);

    private final Supplier<String> caseId;
    private final Supplier<String> keys;

    /** Doors of this open case of the hospital. */
    CaseDoors(Supplier<String> caseId, Supplier<String> keys) {
        this.caseId = caseId;
        this.keys = keys;
    }

    Stream<Supplier<Door>> all() {
        return Stream.of(this::repairs);
    }

    private Door repairs() {
        Door door = new Door("POST /correction-cases/{id}/repairs", Doors.HOSPITAL, repair(caseId.get()), 201)
                .alsoFor(TokenRole.AGENCY)
                .withFields(Field.choice("repair"));
        return door.refusing("on another hospital's case", Doors.OTHER_HOSPITAL, door.good(), NOT_FOUND)
                .refusing("on a case nobody knows", repair(NOBODYS_CASE), NOT_FOUND)
                .refusing("on what is no case", repair("null"), NOT_FOUND)
                .refusing(
                        "of what only the desk does",
                        door.goodWith("repair", "NOTIFY"),
                        Expected.invalid("repair", "one-of"))
                .refusingAfterwards(
                        "with the same key and other content", door.goodWith("repair", "ASK_OWNERS"), KEY_TAKEN);
    }

    private Call repair(String id) {
        return Call.post("/correction-cases/" + id + "/repairs", Json.object().put("repair", "RECHECK"))
                .underKey(keys.get());
    }
}
