package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How a refused bill stands now, for the correction desk. */
@SettlementServiceTest
class RecheckDoorsIT {

    private static final Caller DESK = new Caller.Service("correction");
    private static final String BATCH = "{\"batch\":\"1\"}";

    @LocalServerPort
    private int port;

    private Doors doors = new Doors(0);

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void saysThatABillSettlesOnceItsFilingIsThere() {
        Situation situation = new Situation().withFiling(Situation.NO_FILING).begin();
        String visit = charged(situation);
        situation.settle(doors, visit).expect(422);

        Answer before = recheck(visit);
        situation.withFiling(Situation.filed("310000", "2019-05-01")).begin();
        Answer after = recheck(visit);

        assertThat(before.text("/state")).isEqualTo("REFUSED");
        assertThat(before.text("/reason")).isEqualTo("NO_FILING");
        assertThat(before.body().at("/known/filings")).isEmpty();
        assertThat(after.text("/state")).isEqualTo("READY");
        assertThat(after.body().at("/known/filings")).hasSize(1);
        situation.settle(doors, visit).expect(201);
    }

    @Test
    void namesTheSettlementOfWhatIsSettled() {
        Situation situation = new Situation().begin();
        String visit = charged(situation);
        String settlement = situation.settle(doors, visit).expect(201).text("/id");

        Answer answer = recheck(visit);

        assertThat(answer.text("/state")).isEqualTo("SETTLED");
        assertThat(answer.text("/settlementId")).isEqualTo(settlement);
    }

    /** Nothing of it is to be settled any more; that is an answer, not a conflict. */
    @Test
    void saysOfACancelledVisitThatItIs() {
        Situation situation = new Situation().begin();
        String visit = charged(situation);
        doors.post(
                        situation.hospital(),
                        "/visits/" + visit + "/cancellations",
                        "{\"reason\":\"患者离院\"}",
                        Doors.unique("away"))
                .expect(201);

        assertThat(recheck(visit).text("/state")).isEqualTo("VISIT_CANCELLED");
    }

    @Test
    void namesCodesThatTheCatalogueDoesNotList() {
        Situation situation = new Situation().begin();

        Answer answer = recheck(charged(situation));

        assertThat(answer.text("/state")).isEqualTo("READY");
        assertThat(answer.body().at("/unlisted").toString()).isEqualTo("[\"XX9999\"]");
    }

    @Test
    void isForServicesAlone() {
        Situation situation = new Situation().begin();
        String visit = charged(situation);

        doors.post(situation.hospital(), door(visit), BATCH).expect(403);
        doors.post(Doors.OPERATOR, door(visit), BATCH).expect(403);
        doors.post(DESK, door("v" + "z".repeat(26)), BATCH).expect(404);
        doors.post(DESK, door(visit), "{\"batch\":\"not a batch\"}").expect(400);
        doors.post(DESK, door(visit), "{\"batch\":\"other\"}").expect(409);
    }

    private String charged(Situation situation) {
        String visit = situation.register(doors).expect(201).text("/id");
        situation.charge(doors, visit, null);
        return visit;
    }

    private Answer recheck(String visit) {
        return doors.post(DESK, door(visit), BATCH).expect(200);
    }

    private static String door(String visit) {
        return "/visits/" + visit + "/rechecks";
    }
}
