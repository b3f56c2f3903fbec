package io.crosscare.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.Doors.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Who sees and does what: one case of a Zhenjiang person at a Shanghai hospital, every role at every door. What is not one's own
 * answers as what does not exist.
 */
@CorrectionServiceTest
class RolesIT {

    private static final String NOWHERE = "c" + "7".repeat(26);
    private static final String TEXT = "{\"text\":\"请核对备案\"}";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    @LocalServerPort
    private int port;

    private final String person = Doors.newPerson();
    private Doors doors;
    private String id = "";

    @BeforeEach
    void open() {
        doors = new Doors(port);
        Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"));
        id = doors.awaitCase(person, Doors::isOpen).text("/id");
    }

    /** Who; then: one case, is it in the list (or the list's status), comment, counts, heads. */
    static List<Arguments> everybody() {
        return List.of(
                Arguments.of("its hospital", Doors.ZHONGSHAN, OK, true, OK, CREATED, OK, FORBIDDEN),
                Arguments.of("another hospital", Doors.OTHER_HOSPITAL, NOT_FOUND, false, OK, NOT_FOUND, OK, FORBIDDEN),
                Arguments.of("agency of the insured region", Doors.ZHENJIANG, OK, true, OK, CREATED, OK, FORBIDDEN),
                Arguments.of("agency of its province", Doors.JIANGSU, OK, true, OK, CREATED, OK, FORBIDDEN),
                Arguments.of("agency of the care region", Doors.SHANGHAI, OK, true, OK, CREATED, OK, FORBIDDEN),
                Arguments.of(
                        "agency of a district", Doors.agency("321102"), NOT_FOUND, false, OK, NOT_FOUND, OK, FORBIDDEN),
                Arguments.of("agency of elsewhere", Doors.NANJING, NOT_FOUND, false, OK, NOT_FOUND, OK, FORBIDDEN),
                Arguments.of("the person itself", null, OK, true, OK, FORBIDDEN, OK, FORBIDDEN),
                Arguments.of(
                        "another person",
                        Doors.insured("p" + "z".repeat(26)),
                        NOT_FOUND,
                        false,
                        OK,
                        FORBIDDEN,
                        OK,
                        FORBIDDEN),
                Arguments.of("an operator", Doors.OPERATOR, NOT_FOUND, false, FORBIDDEN, FORBIDDEN, OK, FORBIDDEN),
                Arguments.of(
                        "a platform", Doors.PLATFORM, NOT_FOUND, false, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN),
                Arguments.of("a service", Doors.SERVICE, OK, true, OK, FORBIDDEN, OK, OK));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everybody")
    void givesEachItsOwn(
            String who,
            @Nullable Caller given,
            int one,
            boolean isListed,
            int list,
            int comment,
            int counts,
            int heads) {
        Caller caller = given == null ? Doors.insured(person) : given;

        Answer read = doors.get(caller, "/correction-cases/" + id).expect(one);
        Answer missing = doors.get(caller, "/correction-cases/" + NOWHERE).expect(NOT_FOUND);
        Answer listed =
                doors.get(caller, "/correction-cases?personId=" + person).expect(list);
        doors.post(caller, "/correction-cases/" + id + "/comments", TEXT, Doors.newKey())
                .expect(comment);
        doors.get(caller, "/correction-cases/counts").expect(counts);
        doors.post(caller, "/settlement-heads/queries", "{\"personIds\":[\"" + person + "\"]}", null)
                .expect(heads);

        if (one == NOT_FOUND) {
            assertThat(withoutOccurrence(read)).isEqualTo(withoutOccurrence(missing));
        }
        if (list == OK) {
            assertThat(idsIn(listed)).isEqualTo(isListed ? List.of(id) : List.of());
        }
    }

    @Test
    void countsForEachWhatItSees() {
        String elsewhere = Doors.newPerson();
        String code = "H11000000077";
        Told.tell(Told.refusal(
                elsewhere,
                1,
                "2026-11-24T01:02:00Z",
                Map.of(
                        "institutionCode",
                        code,
                        "insuredRegion",
                        "440100",
                        "careRegion",
                        "110000",
                        "reason",
                        "POLICY_MISSING")));
        doors.awaitCase(elsewhere, Doors::isOpen);

        Answer hospital =
                doors.get(Doors.hospital(code), "/correction-cases/counts").expect(OK);
        Answer itself =
                doors.get(Doors.insured(elsewhere), "/correction-cases/counts").expect(OK);
        Answer operator = doors.get(Doors.OPERATOR, "/correction-cases/counts").expect(OK);

        assertThat(hospital.raw())
                .isEqualTo("{\"total\":1,\"items\":[{\"state\":\"OPEN\",\"reason\":\"POLICY_MISSING\",\"cases\":1}]}");
        assertThat(itself.raw()).isEqualTo(hospital.raw());
        assertThat(operator.number("/total")).isGreaterThan(1);
        assertThat(operator.raw()).doesNotContain(elsewhere, person);
    }

    @Test
    void showsCommentsToTheOfficesAndNotToThePerson() {
        Answer written = doors.post(Doors.ZHONGSHAN, "/correction-cases/" + id + "/comments", TEXT, Doors.newKey())
                .expect(CREATED);

        for (Caller office : List.of(Doors.ZHONGSHAN, Doors.ZHENJIANG, Doors.SHANGHAI)) {
            Answer seen = doors.get(office, "/correction-cases/" + id).expect(OK);
            assertThat(seen.body().at("/comments/0")).isEqualTo(written.body());
        }
        assertThat(doors.get(Doors.insured(person), "/correction-cases/" + id)
                        .expect(OK)
                        .body()
                        .has("comments"))
                .isFalse();
        assertThat(written.text("/organisation")).isEqualTo("H31000000001");
        assertThat(written.raw()).doesNotContain("his");
    }

    @Test
    void answersACommentAgainUnderItsKeyAndRefusesAnother() {
        String path = "/correction-cases/" + id + "/comments";
        String key = Doors.newKey();
        Answer written = doors.post(Doors.ZHONGSHAN, path, TEXT, key).expect(CREATED);

        Answer again = doors.post(Doors.ZHONGSHAN, path, TEXT, key).expect(OK);
        Answer other =
                doors.post(Doors.ZHONGSHAN, path, "{\"text\":\"另一段\"}", key).expect(409);

        assertThat(again.isReplay()).isTrue();
        assertThat(again.raw()).isEqualTo(written.raw());
        assertThat(other.text("/type")).endsWith("idempotency-conflict");
    }

    @Test
    void findsNothingThatIsAskedForOutsideOnesSight() {
        assertThat(idsIn(doors.get(Doors.ZHONGSHAN, "/correction-cases?institution=H31000000002&personId=" + person)))
                .isEmpty();
        assertThat(idsIn(doors.get(Doors.insured(person), "/correction-cases?personId=p" + "z".repeat(26))))
                .isEmpty();
        assertThat(idsIn(doors.get(Doors.ZHENJIANG, "/correction-cases?insuredRegion=320100&personId=" + person)))
                .isEmpty();
    }

    @Test
    void pagesThroughAListWithoutRepeatingOrMissing() {
        String visitor = Doors.newPerson();
        for (int i = 1; i <= 5; i++) {
            Told.tell(Told.refusal(visitor, i, "2026-11-24T01:0" + i + ":00Z", Map.of("batch", "b" + i)));
        }
        String all = "/correction-cases?personId=" + visitor;
        Answer complete = Doors.await(
                () -> doors.get(Doors.ZHENJIANG, all), answer -> idsIn(answer).size() == 5);

        Answer first = doors.get(Doors.ZHENJIANG, all + "&limit=2").expect(OK);
        Answer second = doors.get(Doors.ZHENJIANG, all + "&limit=2&cursor=" + first.text("/nextCursor"));
        Answer third = doors.get(Doors.ZHENJIANG, all + "&limit=2&cursor=" + second.text("/nextCursor"));

        assertThat(Stream.of(first, second, third).flatMap(page -> idsIn(page).stream()))
                .containsExactlyElementsOf(idsIn(complete));
        assertThat(third.body().has("nextCursor")).isFalse();
        assertThat(complete.text("/items/0/batch")).isEqualTo("b5");
    }

    private static List<String> idsIn(Answer list) {
        return StreamSupport.stream(list.expect(OK).body().at("/items").spliterator(), false)
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static String withoutOccurrence(Answer answer) {
        return answer.raw().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
