package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.filing.Doors.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a corrected special treatment touches, through the doors. */
@FilingServiceTest
class FiledSettlementsIT {

    private static final String CORRECTION = "{\"specialTreatment\":\"ST05\",\"reason\":\"更正\"}";

    @LocalServerPort
    private int port;

    private Doors doors = new Doors(0);
    private String person = "";
    private String filing = "";

    @BeforeEach
    void lodge() {
        doors = new Doors(port);
        person = doors.registerRetiree();
        String declared = Doors.filing(person, "TRANSFER", "310000", "2019-09-01")
                .replaceFirst("\\{", "{\"specialTreatment\":\"ST04\",");
        filing = doors.lodge(declared, Doors.unique("key")).expect(201).text("/id");
    }

    @AfterEach
    void speakAgain() {
        Neighbours.running().silence("settlement", false);
    }

    @Test
    void namesTheSettlementsThatACorrectionTouches() {
        Instant before = Instant.now().minus(Duration.ofHours(1));
        String undone = Neighbours.running().settle(person, filing, before);
        String live = Neighbours.running().settle(person, filing, before);
        Neighbours.running().settle(person, "f" + "z".repeat(26), before);
        Neighbours.running().undo(person, undone, before);

        Answer corrected = act("changes", CORRECTION).expect(201);
        String again = Neighbours.running().settle(person, filing, Instant.now().plus(Duration.ofHours(1)));
        Answer all = settlements().expect(200);

        assertThat(corrected.text("/treatment/code")).isEqualTo("ST05");
        assertThat(corrected.body().at("/outdatedSettlements/known").asBoolean())
                .isTrue();
        assertThat(corrected.body().at("/outdatedSettlements/items")).hasSize(1);
        assertThat(corrected.text("/outdatedSettlements/items/0/settlementId")).isEqualTo(live);
        assertThat(corrected.text("/outdatedSettlements/items/0/institution")).isEqualTo("H31000000001");
        assertThat(corrected.text("/outdatedSettlements/items/0/serviceTo")).isEqualTo("2019-09-12");
        assertThat(all.body().at("/items")).hasSize(2);
        assertThat(all.body().at("/items/0/outdated").asBoolean()).isTrue();
        assertThat(all.text("/items/1/settlementId")).isEqualTo(again);
        assertThat(all.body().at("/items/1/outdated").asBoolean()).isFalse();
    }

    @Test
    void storesTheDecisionAndSaysWhenSettlementDoesNotAnswer() {
        Neighbours.running().settle(person, filing, Instant.now().minus(Duration.ofHours(1)));
        Neighbours.running().silence("settlement", true);

        Answer refused = act("reviews", "{\"verdict\":\"REFUSE_TREATMENT\",\"reason\":\"不属实\"}")
                .expect(201);

        assertThat(refused.text("/treatment/state")).isEqualTo("REFUSED");
        assertThat(refused.body().at("/outdatedSettlements/known").asBoolean()).isFalse();
        assertThat(settlements().expect(503).text("/type")).endsWith("peer-unavailable");
    }

    @Test
    void saysNothingOfSettlementsAfterOtherDecisions() {
        Answer changed = act("changes", "{\"effectiveTo\":\"2019-12-31\",\"reason\":\"更正\"}")
                .expect(201);

        assertThat(changed.body().has("outdatedSettlements")).isFalse();
    }

    @Test
    void isForTheAgencyOfTheInsuredRegionAlone() {
        String path = "/filings/" + filing + "/settlements";

        doors.get(Doors.NANJING, path).expect(404);
        doors.get(Doors.HOSPITAL, path).expect(403);
        doors.get(Doors.insured(person), path).expect(403);
        doors.get(Doors.OPERATOR, path).expect(403);
        doors.get(Doors.ZHENJIANG, "/filings/x/settlements").expect(404);
    }

    private Answer act(String act, String body) {
        return doors.post(Doors.ZHENJIANG, "/filings/" + filing + "/" + act, body, Doors.unique("key"));
    }

    private Answer settlements() {
        return doors.get(Doors.ZHENJIANG, "/filings/" + filing + "/settlements");
    }
}
