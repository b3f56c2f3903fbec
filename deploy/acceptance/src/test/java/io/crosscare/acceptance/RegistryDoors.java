package io.crosscare.acceptance;

import io.crosscare.local.token.TokenRole;
import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The doors at which keepers of the registry announce something for an institution, all for one that no other test treats anybody
 * at. The days are far away and drawn anew, so that a suite may be tested twice.
 */
final class RegistryDoors {

    private static final String INSTITUTION = "/institutions/H32110000046";
    private static final int WORDS_MAX = 200;
    private static final int DAYS = 300_000;

    private final Supplier<String> keys;
    private final LocalDate day;

    RegistryDoors(Supplier<String> keys, RandomGenerator random) {
        this.keys = keys;
        this.day = LocalDate.of(2100, 1, 1).plusDays(random.nextInt(DAYS));
    }

    /** What can be read of the institution. */
    static String known() {
        return INSTITUTION + "/history";
    }

    Stream<Supplier<Door>> all() {
        return Stream.of(this::suspensions, this::resumptions, this::outages);
    }

    private Door suspensions() {
        Call good = Call.post(
                        INSTITUTION + "/suspensions",
                        Json.object()
                                .put("from", day.toString())
                                .put("to", day.plusDays(9).toString())
                                .put("reason", "系统改造"))
                .underKey(keys.get());
        Door door = door("/suspensions", good)
                .withFields(Field.day("from"), Field.day("to").optional("date"), Field.words("reason", WORDS_MAX));
        return door.refusing(
                        "ends before it begins",
                        door.goodWith("to", day.minusDays(1).toString()),
                        Expected.invalid("to", "order"))
                .refusingAfterwards(
                        "the same key for other days",
                        door.goodWith("to", day.plusDays(8).toString()),
                        Expected.of(409, "idempotency-conflict"))
                .refusingAfterwards("days that are suspended already", good.underKey(keys.get()), conflict());
    }

    private Door resumptions() {
        Call good = Call.post(
                        INSTITUTION + "/resumptions",
                        Json.object().put("on", day.plusDays(5).toString()).put("reason", "恢复"))
                .underKey(keys.get());
        return door("/resumptions", good)
                .withFields(Field.day("on"), Field.words("reason", WORDS_MAX))
                .refusingAfterwards("what goes on already", good.underKey(keys.get()), conflict());
    }

    private Door outages() {
        Call good = Call.post(
                        INSTITUTION + "/outages",
                        Json.object()
                                .put("from", day + "T01:00:00Z")
                                .put("to", day + "T02:00:00Z")
                                .put("zh", "停机维护")
                                .put("en", "maintenance"))
                .underKey(keys.get());
        Door door = door("/outages", good)
                .withFields(
                        Field.formed("from", "instant", "2019-09-10", "noon"),
                        Field.formed("to", "instant", "2019-09-10", "noon"),
                        Field.words("zh", WORDS_MAX),
                        Field.words("en", WORDS_MAX).optional("text"));
        return door.refusing(
                "ends as it begins", door.goodWith("to", day + "T01:00:00Z"), Expected.invalid("to", "order"));
    }

    private static Door door(String path, Call good) {
        return new Door("POST /institutions/{code}" + path, Doors.AGENCY, good, 201)
                .alsoFor(TokenRole.PLATFORM)
                .refusing("by the agency of another region", Doors.OTHER_AGENCY, good, Expected.of(403, "forbidden"));
    }

    private static Expected conflict() {
        return Expected.of(409, "conflict");
    }
}
