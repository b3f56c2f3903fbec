package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Who may do what at every door: each kind of caller, near and far, on an object of one hospital and one person. Whoever may
 * not see an object is answered as if there were none, and a role that never acts at a door is told so; neither stores anything.
 */
@SettlementServiceTest
class RolesIT {

    private static final String NONE = "none";
    private static final String OWNER = "own hospital";
    private static final String REASON = "{\"reason\":\"录入有误\"}";
    private static final String CHANGE = "{\"reason\":\"录入有误\",\"cardKind\":\"E_CERTIFICATE\"}";
    private static final String WITHDRAWAL = "{\"reason\":\"录入有误\",\"lineNumbers\":[1]}";
    private static final String DIAGNOSES = """
        {"diagnoses":[{"code":"I10.x00","name":"原发性高血压","type":"MAIN","diagnosedOn":"2019-09-10"}]}\
        """;

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    /** One settled visit and one open, of one person. */
    private record Scene(String person, String openVisit, String settlement) {

        String fill(String text) {
            return text.replace("PERSON", person)
                    .replace("SETTLEMENT", settlement)
                    .replace("VISIT", openVisit);
        }
    }

    /**
     * A door, and who may pass it: what the others get is by role.
     */
    record Door(String method, String path, @Nullable String body, List<String> allowed) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Arguments> doorsAndTheirCallers() {
        List<String> sees = List.of(OWNER, "insured agency", "care agency", "the person", "a service");
        List<String> seesChain = List.of("insured agency", "the person", "a service");
        List<String> everybody = List.copyOf(callers("p" + "a".repeat(26)).keySet());
        String line = "{\"lines\":[{\"lineNumber\":9,\"batch\":\"9\",\"itemCode\":\"ZL0001\",\"quantity\":\"1\","
                + "\"unitPrice\":\"1\",\"amountFen\":100,\"serviceDate\":\"2019-09-10\"}]}";
        return Stream.of(
                        new Door("GET", "/visits/VISIT", null, sees),
                        new Door("PUT", "/visits/VISIT/fee-lines", line, List.of(OWNER)),
                        new Door("POST", "/visits/VISIT/changes", CHANGE, List.of(OWNER)),
                        new Door("POST", "/visits/VISIT/cancellations", REASON, List.of(OWNER)),
                        new Door("POST", "/visits/VISIT/fee-line-withdrawals", WITHDRAWAL, List.of(OWNER)),
                        new Door("PUT", "/visits/VISIT/diagnoses", DIAGNOSES, List.of(OWNER)),
                        new Door(
                                "POST",
                                "/visits/VISIT/previews",
                                Doors.SETTLE.replace(",\"head\":null,\"invoiceNumber\":null", ""),
                                List.of(OWNER)),
                        new Door("POST", "/visits/VISIT/settlements", Doors.SETTLE, List.of(OWNER)),
                        new Door("GET", "/settlements/SETTLEMENT", null, sees),
                        new Door("GET", "/settlements/SETTLEMENT/explanation", null, sees),
                        new Door("GET", "/persons/PERSON/chain", null, seesChain),
                        new Door("GET", "/persons/PERSON/accumulators", null, seesChain),
                        new Door(
                                "POST",
                                "/persons/PERSON/openings",
                                "{\"counters\":{\"2018/pooled.outpatient\":1},\"reason\":\"结转\"}",
                                List.of("insured agency")),
                        new Door(
                                "POST",
                                "/persons/PERSON/account-credits",
                                "{\"amountFen\":1,\"reason\":\"划入\"}",
                                List.of("insured agency")),
                        new Door("GET", "/policies", null, everybody),
                        new Door(
                                "POST", "/settlements/SETTLEMENT/cancellations", "{\"reason\":\"退费\"}", List.of(OWNER)))
                .map(door -> arguments(door));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doorsAndTheirCallers")
    void opensADoorToThoseItIsForAndToNobodyElse(Door door) {
        Scene scene = scene();
        Map<String, Caller> callers = callers(scene.person());

        Map<String, Long> before = Stored.in(database);

        callers.forEach((name, caller) -> {
            if (!door.allowed().contains(name)) {
                Answer refused = knock(scene, door, caller);

                assertThat(refused.status())
                        .as(name + ": " + refused.raw())
                        .isEqualTo(statusFor(door, caller, callers));
                assertThat(refused.raw()).doesNotContain(scene.person());
            }
        });
        assertThat(Stored.in(database)).isEqualTo(before);
        for (String name : door.allowed()) {
            Answer answer = knock(scene, door, Objects.requireNonNull(callers.get(name)));

            assertThat(answer.status()).as(name + ": " + answer.raw()).isBetween(200, 201);
        }
    }

    /** A role that the door is not for is told so; somebody of another, for whom this is not, cannot tell it from none. */
    private static int statusFor(Door door, Caller caller, Map<String, Caller> callers) {
        boolean isOfARole = door.allowed().stream()
                .map(callers::get)
                .anyMatch(allowed -> allowed != null && allowed.getClass() == caller.getClass());
        return isOfARole ? 404 : 403;
    }

    @Test
    void letsOnlyHospitalsRegisterReverseAndAskForOutcomes() {
        Scene scene = scene();
        String reversal = "{\"personId\":\"%s\",\"institution\":\"%s\",\"kind\":\"SETTLEMENT\",\"key\":\"k\"}"
                .formatted(scene.person(), Neighbours.ZHONGSHAN);
        Map<String, Long> before = Stored.in(database);

        callers(scene.person()).forEach((name, caller) -> {
            if (!(caller instanceof Caller.Hospital)) {
                assertThat(doors.post(
                                        caller,
                                        "/visits",
                                        Doors.registration(scene.person(), "OUTPATIENT"),
                                        Doors.unique("visit"))
                                .status())
                        .as(name)
                        .isEqualTo(403);
                assertThat(doors.post(caller, "/reversals", reversal, Doors.unique("reverse"))
                                .status())
                        .as(name)
                        .isEqualTo(403);
                assertThat(doors.get(caller, outcome(scene)).status()).as(name).isEqualTo(403);
            }
        });
        doors.post(Doors.OTHER_HOSPITAL, "/reversals", reversal, Doors.unique("reverse"))
                .expect(404);
        doors.get(Doors.OTHER_HOSPITAL, outcome(scene)).expect(404);

        assertThat(Stored.in(database)).isEqualTo(before);
    }

    @Test
    void tellsTheUnknownAndTheInvisibleAlike() {
        Scene scene = scene();
        String nobodys = "v" + "z".repeat(26);

        Answer unknown = doors.get(Doors.OTHER_HOSPITAL, "/visits/" + nobodys).expect(404);
        Answer invisible =
                doors.get(Doors.OTHER_HOSPITAL, "/visits/" + scene.openVisit()).expect(404);

        assertThat(withoutTrace(invisible)).isEqualTo(withoutTrace(unknown));
    }

    @Test
    void tellsARoleThatADoorIsNotForItWhateverIsAskedFor() {
        Scene scene = scene();

        assertSame403(Doors.ZHONGSHAN, "/persons/%s/chain", scene.person(), Doors.UNKNOWN_PERSON);
        assertSame403(Doors.ZHONGSHAN, "/persons/%s/accumulators", scene.person(), Doors.UNKNOWN_PERSON);
        assertSame403(Doors.OPERATOR, "/visits/%s", scene.openVisit(), "v" + "z".repeat(26));
        assertSame403(Doors.OPERATOR, "/settlements/%s", scene.settlement(), Doors.UNKNOWN_PERSON + ":0000000001");
    }

    private void assertSame403(Caller caller, String path, String known, String unknown) {
        Answer ofKnown = doors.get(caller, path.formatted(known)).expect(403);
        Answer ofUnknown = doors.get(caller, path.formatted(unknown)).expect(403);

        assertThat(withoutTrace(ofKnown)).isEqualTo(withoutTrace(ofUnknown));
    }

    private static String withoutTrace(Answer answer) {
        return answer.raw().replaceAll("\"instance\":\"[^\"]*\"", "").replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static String outcome(Scene scene) {
        return "/outcomes?personId=" + scene.person() + "&institution=" + Neighbours.ZHONGSHAN
                + "&kind=SETTLEMENT&key=k";
    }

    private static Map<String, Caller> callers(String person) {
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put(OWNER, Doors.ZHONGSHAN);
        callers.put("other hospital", Doors.OTHER_HOSPITAL);
        callers.put("insured agency", Doors.ZHENJIANG);
        callers.put("care agency", new Caller.Agency("agency-shanghai", new RegionCode("310000")));
        callers.put("other agency", Doors.NANJING);
        callers.put("the nation", new Caller.Platform("nation", null));
        callers.put("the province", new Caller.Platform("province", new RegionCode("320000")));
        callers.put("operator", Doors.OPERATOR);
        callers.put("the person", Doors.insured(person));
        callers.put("another person", Doors.insured(Doors.UNKNOWN_PERSON));
        callers.put("a service", new Caller.Service("correction"));
        return callers;
    }

    private Scene scene() {
        String person = Doors.filedPerson();
        String settled = doors.visitD01(person);
        String settlement =
                doors.settle(settled, Doors.unique("settle")).expect(201).text("/id");
        return new Scene(person, doors.visitD01(person), settlement);
    }

    private Answer knock(Scene scene, Door door, Caller caller) {
        String path = scene.fill(door.path());
        String body = door.body() == null ? NONE : door.body();
        return switch (door.method()) {
            case "GET" -> doors.get(caller, path);
            case "PUT" -> doors.put(caller, path, body);
            default -> doors.post(caller, path, body, Doors.unique("key"));
        };
    }
}
