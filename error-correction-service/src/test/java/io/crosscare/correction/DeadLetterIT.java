package io.crosscare.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.Doors.Answer;
import io.crosscare.correction.Told.Message;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A message that cannot be processed, through the real broker and the real store, to the operator and back. */
@CorrectionServiceTest
class DeadLetterIT {

    private static final String IDENTITY = "999999190002300019";

    @LocalServerPort
    private int port;

    private final String person = Doors.newPerson();
    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void comesToTheOperatorMaskedIsSentAgainAndGivenUp() {
        Told.tell(new Message(
                Told.REFUSALS,
                person,
                1,
                "2026-11-24T01:02:00Z",
                "{\"personId\":\"" + person + "\",\"seq\":1,\"message\":\"" + IDENTITY + "\"}"));

        Answer parked = doors.awaitLetters(person, 1);
        String id = parked.text("/items/" + Doors.indexOfKey(parked, person) + "/id");
        Answer one = doors.get(Doors.OPERATOR, "/dead-letters/" + id).expect(200);

        assertThat(one.text("/state")).isEqualTo("WAITING");
        assertThat(one.text("/topic")).isEqualTo(Told.REFUSALS);
        assertThat(one.text("/consumer")).isEqualTo("correction");
        assertThat(one.text("/reason")).contains("cannot be read", ": ", "reason", "insuredRegion");
        assertThat(one.text("/content")).contains(person, "***");
        assertThat(one.raw()).doesNotContain(IDENTITY);

        String key = Doors.newKey();
        Answer replayed = doors.post(Doors.OPERATOR, "/dead-letters/" + id + "/replays", "", key)
                .expect(200);
        assertThat(replayed.text("/state")).isEqualTo("REPLAYED");
        assertThat(doors.post(Doors.OPERATOR, "/dead-letters/" + id + "/replays", "", key)
                        .expect(200)
                        .isReplay())
                .isTrue();

        // it still cannot be processed, so there is another
        Answer again = doors.awaitLetters(person, 2);
        String second = again.text("/items/" + Doors.indexOfKey(again, person) + "/id");
        assertThat(second).isNotEqualTo(id);
        assertThat(again.text("/items/" + Doors.indexOfKey(again, person) + "/replayOf"))
                .isEqualTo(id);
        assertThat(doors.get(Doors.OPERATOR, "/dead-letters/" + id).expect(200).text("/cameBackAs"))
                .isEqualTo(second);
        assertThat(one.body().has("cameBackAs")).isFalse();
        doors.post(Doors.OPERATOR, "/dead-letters/" + second + "/discards", "{\"reason\":\"测试数据\"}", Doors.newKey())
                .expect(200);
        doors.post(Doors.OPERATOR, "/dead-letters/" + second + "/replays", "", Doors.newKey())
                .expect(409);
        assertThat(doors.get(Doors.OPERATOR, "/dead-letters/" + second)
                        .expect(200)
                        .text("/acts/0/reason"))
                .isEqualTo("测试数据");
    }

    @Test
    void isNobodysButTheOperators() {
        for (Caller caller :
                List.of(Doors.ZHONGSHAN, Doors.ZHENJIANG, Doors.PLATFORM, Doors.SERVICE, Doors.insured(person))) {
            doors.get(caller, "/dead-letters").expect(403);
            doors.get(caller, "/dead-letters/x" + "0".repeat(26)).expect(403);
            doors.post(caller, "/dead-letters/x" + "0".repeat(26) + "/replays", "", Doors.newKey())
                    .expect(403);
        }
        doors.get(Doors.OPERATOR, "/dead-letters/x" + "0".repeat(26)).expect(404);
        doors.get(Doors.OPERATOR, "/dead-letters/letter").expect(404);
        doors.get(Doors.OPERATOR, "/dead-letters?state=LOST").expect(400);
        doors.get(Doors.OPERATOR, "/dead-letters?topic=%24where").expect(400);
        doors.get(Doors.OPERATOR, "/dead-letters?cursor=x").expect(400);
    }
}
