package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.person.FictionalPerson;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is done to a filing reaches the cashier's window: through events, copies and the owner's own answer. */
@OnRunningSuite
class FilingLifeE2E {

    private static final Party AGENCY = Doors.AGENCY;
    private static final Party HOSPITAL = Doors.HOSPITAL;
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(10);
    private static final long BILL_FEN = 58_500;

    private final GatewayClient gateway;
    private final RandomIds ids = RandomIds.secure();
    private String personId = "";

    FilingLifeE2E(SuiteUnderTest suite) {
        this.gateway = suite.client();
    }

    @BeforeEach
    void register() {
        FictionalPerson person = FictionalPerson.bornBetween(1935, 1955, new SecureRandom());
        personId = gateway.ask(AGENCY, Requests.insuredPerson(person, "RETIRED"))
                .require(201)
                .string("personId");
    }

    @Test
    void isSettledForTheDaysBeforeAWithdrawalOnly() {
        String filing = lodge(Requests.filing(personId, "RETIRED_RESETTLED", Requests.SHANGHAI, "2019-05-01", key()));
        String settled = visit("2019-09-10");
        gateway.ask(HOSPITAL, Requests.settlement(settled, false, key())).require(201);
        act(filing, "withdrawals", Json.object().put("from", "2019-10-01"));

        Answer refused = awaitRefusal(visit("2019-10-08"));
        Answer before = gateway.ask(HOSPITAL, Requests.settlement(visit("2019-09-11"), false, key()));

        assertThat(refused.string("reason")).isEqualTo("FILING_EXPIRED");
        before.require(201);
        assertThat(gateway.ask(HOSPITAL, Call.get("/visits/" + settled)).text()).contains("\"settlementId\"");
    }

    @Test
    void isSettledAtTheNewPlaceFromTheDayOfTheChange() {
        String filing = lodge(Requests.filing(personId, "RETIRED_RESETTLED", "330100", "2019-05-01", key()));
        act(
                filing,
                "changes",
                Json.object().put("careRegion", Requests.SHANGHAI).put("effectiveFrom", "2019-10-01"));

        gateway.ask(HOSPITAL, Requests.settlement(visit("2019-10-08"), false, key()))
                .require(201);
        Answer refused = gateway.ask(HOSPITAL, Requests.settlement(visit("2019-09-10"), false, key()));

        assertThat(refused.require(422).string("reason")).isEqualTo("FILING_NOT_YET_EFFECTIVE");
    }

    /** Z 基本政策 六: 40 % first, 10 % for a special treatment once it is confirmed. */
    @Test
    void paysAsTheConfirmedTreatmentSays() {
        Call transfer = Requests.filing(personId, "TRANSFER", Requests.SHANGHAI, "2019-05-01", key());
        ObjectNode followUp = (ObjectNode) Json.read(String.valueOf(transfer.body()));
        followUp.put("followUpOf", personId + ":0000000001");
        String filing = lodge(transfer.withBody(followUp.toString()));
        String visit = visit("2019-09-10");
        assertThat(preview(visit).require(200).text()).contains("\"transferSelfPayFen\":23400");

        act(filing, "reviews", Json.object().put("verdict", "CONFIRM_TREATMENT").put("specialTreatment", "ST04"));

        String confirmed = Eventually.of(
                KNOWN_WITHIN,
                () -> Optional.of(preview(visit).require(200).text())
                        .filter(text -> text.contains("\"transferSelfPayFen\":5850")));
        assertThat(confirmed).doesNotContain("23400");
    }

    @Test
    void namesTheSettlementsThatACorrectedTreatmentTouches() {
        String filing = lodge(Requests.filing(personId, "TRANSFER", Requests.SHANGHAI, "2019-05-01", key()));
        Answer settled = gateway.ask(HOSPITAL, Requests.settlement(visit("2019-09-10"), false, key()))
                .require(201);

        Answer corrected = gateway.ask(
                        AGENCY,
                        Call.post(
                                        "/filings/" + filing + "/changes",
                                        Json.object()
                                                .put("specialTreatment", "ST04")
                                                .put("reason", "验收"))
                                .underKey(key()))
                .require(201);

        JsonNode outdated = corrected.field("outdatedSettlements");
        assertThat(outdated.at("/known").asBoolean()).isTrue();
        assertThat(outdated.at("/items")).hasSize(1);
        assertThat(outdated.at("/items/0/settlementId").asString()).isEqualTo(settled.string("id"));
    }

    @Test
    void isToldToThePlatformStepByStep() {
        Party jiangsu = Party.platform("江苏省平台", "the platform of Jiangsu", "320000");
        String filing = lodge(Requests.filing(personId, "RETIRED_RESETTLED", Requests.SHANGHAI, "2019-05-01", key()));
        act(filing, "withdrawals", Json.object().put("from", "2019-10-01"));

        List<String> steps = Eventually.of(
                KNOWN_WITHIN, () -> Optional.of(stepsOf(filing, jiangsu)).filter(told -> told.size() == 2));

        assertThat(steps).containsExactly("LODGED", "WITHDRAWN");
    }

    private List<String> stepsOf(String filing, Party platform) {
        List<String> steps = new ArrayList<>();
        String cursor = "0";
        JsonNode page;
        do {
            page = gateway.ask(
                            platform,
                            Call.get("/filings/changes").with("limit", "200").with("cursor", cursor))
                    .require(200)
                    .json();
            for (JsonNode change : page.at("/items")) {
                if (change.at("/filing/id").asString().equals(filing)) {
                    steps.add(change.at("/kind").asString());
                }
            }
            cursor = page.at("/nextCursor").asString();
        } while (!page.at("/atEnd").asBoolean());
        return steps;
    }

    private Answer awaitRefusal(String visit) {
        return Eventually.of(KNOWN_WITHIN, () -> Optional.of(preview(visit)).filter(answer -> answer.status() == 422));
    }

    private Answer preview(String visit) {
        return gateway.ask(HOSPITAL, Requests.preview(visit, false));
    }

    private String lodge(Call filing) {
        return gateway.ask(AGENCY, filing).require(201).string("id");
    }

    private void act(String filing, String act, ObjectNode body) {
        gateway.ask(
                        AGENCY,
                        Call.post("/filings/" + filing + "/" + act, body.put("reason", "验收"))
                                .underKey(key()))
                .require(201);
    }

    private String visit(String day) {
        String visit = gateway.ask(HOSPITAL, Requests.visit(personId, "OUTPATIENT", day, key(), key()))
                .require(201)
                .string("id");
        gateway.ask(HOSPITAL, Requests.oneLine(visit, BILL_FEN, day)).require(200);
        return visit;
    }

    private String key() {
        return ids.next('k');
    }
}
