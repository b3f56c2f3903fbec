package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.crosscare.chassis.id.RandomIds;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Bad input at every door, through the gateway: each is answered with the problem that names field and rule, nothing that can
 * be read has changed, and the good request is then taken as if the bad ones had never come. All of it is of a person and an
 * institution that nobody else touches, so others may work on the suite meanwhile.
 */
@OnRunningSuite
@Order(2)
@ResourceLock(value = OnRunningSuite.SHARED, mode = ResourceAccessMode.READ)
class DoorsE2E {

    private static final String ROUTE_TABLE = "gateway/src/main/java/io/crosscare/gateway/routes/RouteTable.java";

    /** Doors the gateway has and no service answers at yet. */
    private static final Set<String> NOT_YET = Set.of();

    /** Takes no body: only who asks, and under which key, can be wrong. */
    private static final String AUDITS = "POST /audits";

    /**
     * Take a file and no JSON, or next to nothing: their own tests are those of their services. Nothing is uploaded where no upper
     * platform is configured.
     */
    private static final Set<String> ELSEWHERE = Set.of(
            AUDITS,
            "POST /catalogues",
            "POST /dead-letters/{id}/discards",
            "POST /dead-letters/{id}/replays",
            "POST /correction-cases",
            "POST /correction-cases/{id}/assignments",
            "POST /correction-cases/{id}/attachments",
            "POST /correction-cases/{id}/disclosures",
            "POST /filing-batches",
            "POST /institution-imports",
            "POST /insured-person-imports",
            "POST /insured-persons/{personId}/disclosures",
            "POST /policy-replays/{id}/cancellations",
            "PUT /item-mappings",
            "POST /read-models/rebuilds",
            "POST /settlements/{id}/recomputations",
            "POST /uploads/{id}/retries");

    private final GatewayClient gateway;
    private final SuiteUnderTest suite;

    DoorsE2E(SuiteUnderTest suite) {
        this.suite = suite;
        this.gateway = suite.client();
    }

    @TestFactory
    Stream<DynamicContainer> refusesBadInputAndChangesNothing() {
        Doors doors = new Doors(gateway, RandomIds.secure(), new SecureRandom());
        return doors.all().map(door -> dynamicContainer(door.id(), testsOf(door, doors)));
    }

    @TestFactory
    Stream<DynamicTest> beginsNoAuditForWhoMayNotAsk() {
        Party operator = Party.operator();
        Call unnamed = Call.post("/audits", Json.object());
        Call named = unnamed.underKey("audit-of-nobody");
        Expected forbidden = Expected.of(403, "forbidden");
        return Stream.of(
                        BadRequest.of("without a key", operator, unnamed, Expected.of(400, "idempotency-key-required")),
                        BadRequest.of(
                                "with a key of two words",
                                operator,
                                unnamed.underKey("two words"),
                                Expected.invalid("Idempotency-Key", "idempotency-key")),
                        BadRequest.of("without a token", operator, named, Expected.of(401, "unauthenticated"))
                                .withBearer(""),
                        BadRequest.of("by the agency", Doors.AGENCY, named, forbidden),
                        BadRequest.of("by the hospital", Doors.HOSPITAL, named, forbidden))
                .map(this::testOf);
    }

    /** Who integrates reads it before there is a token. */
    @Test
    void showsTheContractToAnybody() throws IOException {
        Answer contract =
                gateway.askWith("", Party.operator(), Call.get("/openapi.json")).require(200);

        assertThat(contract.text())
                .isEqualTo(
                        Files.readString(RepositoryFolder.root().resolve("gateway/src/main/resources/openapi.json")));
    }

    private Stream<DynamicNode> testsOf(Door door, Doors doors) {
        List<String> before = new ArrayList<>();
        DynamicTest first = dynamicTest("is known before", () -> before.addAll(doors.everythingKnown()));
        Stream<DynamicTest> bad = door.badRequests(suite.bearerOf(door.party()), doors.everybody()).stream()
                .map(this::testOf);
        DynamicTest unchanged = dynamicTest(
                "has changed nothing", () -> assertThat(doors.everythingKnown()).containsExactlyElementsOf(before));
        DynamicTest taken = dynamicTest("takes the good request", () -> {
            assertThat(gateway.ask(door.party(), door.good())
                            .require(door.taken())
                            .isReplay())
                    .isFalse();
            before.clear();
            before.addAll(doors.everythingKnown());
        });
        Stream<DynamicTest> afterwards = door.afterwards().stream().map(this::testOf);
        return Stream.of(Stream.of(first), bad, Stream.of(unchanged, taken), afterwards, Stream.of(unchanged))
                .flatMap(tests -> tests);
    }

    private DynamicTest testOf(BadRequest bad) {
        return dynamicTest(bad.name(), () -> {
            Answer answer = bad.askAt(gateway);

            bad.expected().requireOf(answer);
            if (!bad.secret().isEmpty()) {
                assertThat(answer.text()).doesNotContain(bad.secret());
            }
        });
    }

    /** The gateway's table is the one list of doors; this module has none of its classes, so it reads the source. */
    @Test
    void knowsEveryDoorOfTheGatewayThatTakesABody() throws IOException {
        Set<String> doorsOfTheGateway = Pattern.compile("new Door\\((POST|PUT), \"([^\"]+)\"")
                .matcher(Files.readString(RepositoryFolder.root().resolve(ROUTE_TABLE)))
                .results()
                .map(door -> door.group(1) + " " + door.group(2))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> known = new TreeSet<>(NOT_YET);
        known.addAll(ELSEWHERE);
        new Doors(gateway, RandomIds.secure(), new SecureRandom()).all().forEach(door -> known.add(door.id()));

        assertThat(known).isEqualTo(doorsOfTheGateway);
    }

    @TestFactory
    Stream<DynamicTest> answersAtNoDoorThatIsNotTestedHere() {
        return NOT_YET.stream()
                .sorted()
                .map(door -> dynamicTest(door, () -> {
                    String path = door.substring("POST ".length()).replaceAll("\\{[^}]*}", "x");
                    Answer answer = gateway.ask(Party.operator(), Call.post(path, Json.object()));

                    assertThat(answer.status()).as(answer.text()).isIn(404, 405);
                }));
    }
}
