package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is in hospital, for filing-service. */
@SettlementServiceTest
class OpenStayDoorsIT {

    private static final Caller FILING = new Caller.Service("filing");
    private static final String DOOR = "/open-stays";

    @LocalServerPort
    private int port;

    private Doors doors = new Doors(0);

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void tellsOfAStayUntilTheDischarge() {
        String person = Doors.filedPerson();
        String stay = doors.post(
                        Doors.ZHONGSHAN, "/visits", Doors.registration(person, "INPATIENT"), Doors.unique("visit"))
                .expect(201)
                .text("/id");
        doors.register(Doors.ZHONGSHAN, person).expect(201);

        Answer during = ask(person);
        doors.post(Doors.ZHONGSHAN, "/visits/" + stay + "/discharges", "{\"endedOn\":\"2019-09-20\"}")
                .expect(200);

        assertThat(during.body().at("/items")).hasSize(1);
        assertThat(during.text("/items/0/personId")).isEqualTo(person);
        assertThat(during.text("/items/0/careRegion")).startsWith("310");
        assertThat(during.text("/items/0/startedOn")).isEqualTo("2019-09-10");
        assertThat(ask(person).body().at("/items")).isEmpty();
    }

    @Test
    void isForServicesAloneAndBounded() {
        String one = "{\"personIds\":[\"" + Doors.UNKNOWN_PERSON + "\"]}";
        doors.post(Doors.ZHENJIANG, DOOR, one).expect(403);
        doors.post(Doors.OPERATOR, DOOR, one).expect(403);
        assertThat(doors.post(FILING, DOOR, "{\"personIds\":[\"x\"]}")
                        .expect(400)
                        .text("/errors/0/field"))
                .isEqualTo("personIds[0]");
        doors.post(FILING, DOOR, "{}").expect(400);
        String many = String.join(",", Collections.nCopies(201, "\"" + Doors.UNKNOWN_PERSON + "\""));
        doors.post(FILING, DOOR, "{\"personIds\":[" + many + "]}").expect(400);
    }

    private Answer ask(String person) {
        return doors.post(FILING, DOOR, "{\"personIds\":[\"" + person + "\",\"" + Doors.UNKNOWN_PERSON + "\"]}")
                .expect(200);
    }
}
