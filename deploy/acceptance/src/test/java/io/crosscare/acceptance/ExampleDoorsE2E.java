package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.person.FictionalPerson;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The doors that take a file, take nothing, or only read: each is taken once and answers as the contract says. What it answers is its
 * example in the contract where there is none yet.
 */
@OnRunningSuite
class ExampleDoorsE2E {

    private static final Party AGENCY = Doors.AGENCY;
    private static final Party HOSPITAL = Doors.HOSPITAL;
    private static final Party OPERATOR = Party.operator();
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
    private static final String CSV = "text/csv";
    private static final String LONG_AGO = "1990-01-01";

    private final GatewayClient gateway;
    private final RandomIds ids = RandomIds.secure();
    private final FictionalPerson papers = FictionalPerson.bornBetween(1935, 1955, new SecureRandom());

    ExampleDoorsE2E(SuiteUnderTest suite) {
        this.gateway = suite.client();
    }

    /** What the doors are asked about. */
    private record Scene(String personId, String filingId, String visitId, String settlementId) {}

    @TestFactory
    Stream<DynamicTest> answersAtEveryDoor() {
        Scene scene = settledPerson();
        Map<String, Runnable> doors = new LinkedHashMap<>();
        doors.put(
                "files of insured persons",
                () -> imports(
                        "/insured-person-imports", AGENCY, insuredPersons(), "/insured-person-imports/%s", "errors"));
        doors.put(
                "an employer's filings",
                () -> imports("/filing-batches", AGENCY, filings(scene), "/filing-batches/%s", "rows", "rows.csv"));
        doors.put("a catalogue", this::catalogue);
        doors.put("a hospital's item mapping", this::itemMapping);
        doors.put("what is read of a filing", () -> ofFiling(scene));
        doors.put("what is read of a settlement", () -> ofSettlement(scene));
        doors.put("a policy and what it would change", this::policy);
        doors.put("who is open for whom", this::registry);
        doors.put("an audit", this::audit);
        doors.put("the copies", this::copies);
        doors.put("unmasked data", () -> disclosure(scene));
        return doors.entrySet().stream().map(door -> dynamicTest(door.getKey(), door.getValue()::run));
    }

    private Scene settledPerson() {
        String person = gateway.ask(AGENCY, Requests.insuredPerson(papers, "RETIRED"))
                .require(201)
                .string("personId");
        String filing = gateway.ask(
                        AGENCY, Requests.filing(person, "RETIRED_RESETTLED", Requests.SHANGHAI, "2019-05-01", key()))
                .require(201)
                .string("id");
        String visit = gateway.ask(HOSPITAL, Requests.visit(person, "OUTPATIENT", "2019-09-10", key(), key()))
                .require(201)
                .string("id");
        gateway.ask(HOSPITAL, Requests.oneLine(visit, 58_500, "2019-09-10")).require(200);
        String settlement = gateway.ask(HOSPITAL, Requests.settlement(visit, false, key()))
                .require(201)
                .string("id");
        return new Scene(person, filing, visit, settlement);
    }

    /** Sends a file, and reads how it went. */
    private void imports(String door, Party party, String file, String found, String... more) {
        String id = gateway.ask(party, file("POST", door, file).underKey(key()))
                .require(201)
                .string("id");
        read(party, door);
        read(party, found.formatted(id));
        for (String one : more) {
            readAs(party, found.formatted(id) + "/" + one, one.equals("rows") ? "application/json" : CSV);
        }
    }

    private static String insuredPersons() {
        FictionalPerson one = FictionalPerson.bornBetween(1935, 1955, new SecureRandom());
        return "insuredRegion,personNumber,plan,personType,name,identityNumber,insuranceStatus,householdRegistration,cards\n"
                + "321100,%s,EMPLOYEE,RETIRED,%s,%s,ACTIVE,321100,PROVINCIAL_CARD:%s:321100:ACTIVE\n"
                        .formatted(one.personNumber(), one.name(), one.identityNumber(), one.cardNumber())
                + "321100,,EMPLOYEE,RETIRED,无名氏,,ACTIVE,321100,\n";
    }

    private String filings(Scene scene) {
        assertThat(scene.filingId()).isNotEmpty();
        return "personNumber,category,careRegion,effectiveFrom,reason\n%s,TRANSFER,330100,2019-06-01,补录\n"
                .formatted(papers.personNumber());
    }

    private void catalogue() {
        String document = """
            # region: 321100
            # title-zh: 镇江医保目录（早年样例）
            # title-en: Zhenjiang catalogue of early years (sample)
            # effective-from: %s
            # confidence: assumed
            # source: 样例目录，非官方 (sample, not official)
            code,name,kind,class,upfront_bp_employee,upfront_bp_resident,upfront_bp_special,limit_l1,limit_l2,limit_l3,limit_line
            ZL0001,门诊诊查及常规检验检查,SERVICE,A,,,,,,,
            """.formatted(LONG_AGO);
        Answer published =
                gateway.ask(AGENCY, file("POST", "/catalogues", document).underKey(key()));
        assertThat(published.status()).as(published.text()).isIn(200, 201);
        Answer refused = gateway.ask(
                AGENCY,
                file("POST", "/catalogues", document.replace("SERVICE,A", "SERVICE,Q"))
                        .underKey(key()));
        assertThat(refused.status()).isEqualTo(400);
        read(AGENCY, "/catalogues");
        String hash = published.string("hash");
        read(AGENCY, "/catalogues/" + hash);
        readAs(AGENCY, "/catalogues/" + hash + "/document", CSV);
        read(AGENCY, "/catalogues/" + hash + "/items");
        read(AGENCY, "/catalogue-imports");
        String attempt = refused.json().path("importId").asString("");
        read(AGENCY, "/catalogue-imports/" + attempt);
        readAs(AGENCY, "/catalogue-imports/" + attempt + "/errors", CSV);
    }

    private void itemMapping() {
        gateway.ask(HOSPITAL, file("PUT", "/item-mappings", "localCode,itemCode\n挂号-01,ZL0001\n自制制剂,ZZ9999\n"))
                .require(200);
        read(HOSPITAL, "/item-mappings");
    }

    private void ofFiling(Scene scene) {
        Call filings = Call.get("/filings").with("personId", scene.personId());
        gateway.ask(AGENCY, filings).require(200);
        String filing = "/filings/" + scene.filingId();
        read(AGENCY, filing);
        read(AGENCY, filing + "/forms");
        read(AGENCY, filing + "/scans");
        read(AGENCY, filing + "/settlements");
        readAs(AGENCY, filing + "/receipt", "text/html");
        read(AGENCY, "/filing-rules");
        read(AGENCY, "/filing-notices");
        read(Party.platform("江苏省平台", "the platform of Jiangsu", "320000"), "/filings/changes");
        gateway.ask(
                        AGENCY,
                        Call.get("/filing-checks")
                                .with("personId", scene.personId())
                                .with("careRegion", Requests.SHANGHAI)
                                .with("serviceType", "OUTPATIENT")
                                .with("on", "2019-09-10"))
                .require(200);
    }

    private void ofSettlement(Scene scene) {
        String settlement = "/settlements/" + scene.settlementId();
        read(HOSPITAL, settlement + "/explanation/lines");
        read(HOSPITAL, settlement + "/national-amounts");
        gateway.ask(HOSPITAL, nothing(settlement + "/recomputations")).require(200);
        gateway.ask(HOSPITAL, Call.get("/visits").with("personId", scene.personId()))
                .require(200);
        gateway.ask(
                        HOSPITAL,
                        Call.get("/settlements").with("from", "2019-09-10").with("to", "2019-09-10"))
                .require(200);
        read(AGENCY, "/persons/" + scene.personId() + "/settlements");
        read(AGENCY, "/external-feeds");
        read(AGENCY, "/correction-cases/counts");
    }

    private void policy() {
        String hash = gateway.ask(
                        AGENCY,
                        Call.get("/policies").with("region", Requests.ZHENJIANG).with("on", "2019-09-10"))
                .require(200)
                .json()
                .at("/items/0/hash")
                .asString();
        read(AGENCY, "/policies/" + hash);
        gateway.ask(AGENCY, Call.get("/policies/" + hash + "/differences").with("with", hash))
                .require(200);
        gateway.ask(
                        AGENCY,
                        Call.post(
                                        "/policy-replays",
                                        Json.object()
                                                .put("policyHash", hash)
                                                .put("from", "2019-01-01")
                                                .put("to", "2019-12-31"))
                                .underKey(key()))
                .require(202);
    }

    private void registry() {
        String institution = "/institutions/" + HOSPITAL.institution();
        read(AGENCY, institution);
        read(AGENCY, institution + "/history");
    }

    private void audit() {
        String audit = gateway.ask(OPERATOR, nothing("/audits").underKey(key()))
                .require(202)
                .string("id");
        Eventually.of(
                ENDS_WITHIN,
                () -> Optional.of(gateway.ask(OPERATOR, Call.get("/audits/" + audit))
                                .require(200))
                        .filter(answer -> answer.json().path("endedAt").isString()));
    }

    private void copies() {
        read(OPERATOR, "/read-models");
        gateway.ask(OPERATOR, Call.post("/read-models/rebuilds", Json.object()).underKey(key()))
                .require(202);
    }

    private void disclosure(Scene scene) {
        gateway.ask(
                        AGENCY,
                        Call.post(
                                "/insured-persons/" + scene.personId() + "/disclosures",
                                Json.object().put("reason", "核对身份")))
                .require(200);
    }

    private void read(Party party, String path) {
        gateway.ask(party, Call.get(path)).require(200);
    }

    private void readAs(Party party, String path, String mediaType) {
        gateway.ask(party, Call.get(path).accepting(mediaType)).require(200);
    }

    private static Call file(String method, String path, String content) {
        return new Call(method, path, Map.of(), content, Map.of("Content-Type", "text/csv;charset=UTF-8"));
    }

    private static Call nothing(String path) {
        return Call.post(path, Json.object()).withBody(null);
    }

    private String key() {
        return ids.next('k');
    }
}
