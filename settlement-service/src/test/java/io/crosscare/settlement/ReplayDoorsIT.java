package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.Doors.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A policy over what was settled, through the doors, on real stores. */
@SettlementServiceTest
class ReplayDoorsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void findsNoChangeWithThePolicyThatWasTheLaw() throws InterruptedException {
        String person = Doors.filedPerson();
        doors.openD01(person);
        doors.settle(doors.visitD01(person), Doors.unique("settle")).expect(201);
        String key = Doors.unique("replay");

        Answer begun = doors.post(Doors.ZHENJIANG, "/policy-replays", request(law()), key)
                .expect(202);
        String id = begun.text("/id");
        assertThat(doors.post(Doors.ZHENJIANG, "/policy-replays", request(law()), key)
                        .expect(202)
                        .isReplay())
                .isTrue();
        Answer ended = ended(id);

        assertThat(ended.text("/state")).isEqualTo("FINISHED");
        assertThat(ended.number("/progress/percent")).isEqualTo(100);
        assertThat(ended.number("/total/settlements")).isPositive();
        assertThat(ended.number("/total/unchanged")).isEqualTo(ended.number("/total/settlements"));
        assertThat(ended.number("/total/after/fundPayFen")).isEqualTo(ended.number("/total/before/fundPayFen"));
        assertThat(ended.body().at("/groups").findValuesAsString("category")).contains("RETIRED_RESETTLED");
        Answer table = doors.get(Doors.ZHENJIANG, "/policy-replays/" + id + "/groups.csv", "text/csv")
                .expect(200);
        assertThat(table.raw()).contains("OUTPATIENT,RETIRED_RESETTLED,L3,", "winners", "合计 total,,,");
        assertThat(doors.get(Doors.ZHENJIANG, "/policy-replays").expect(200).text("/items/0/id"))
                .isEqualTo(id);
        doors.get(Doors.NANJING, "/policy-replays/" + id).expect(404);
        doors.get(Doors.ZHONGSHAN, "/policy-replays/" + id).expect(403);
        assertThat(doors.post(Doors.ZHENJIANG, "/policy-replays/" + id + "/cancellations", "", Doors.unique("cancel"))
                        .expect(200)
                        .text("/state"))
                .isEqualTo("FINISHED");
    }

    private Answer ended(String id) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            Answer answer = doors.get(Doors.ZHENJIANG, "/policy-replays/" + id).expect(200);
            if (!answer.text("/state").equals("RUNNING") || Instant.now().isAfter(until)) {
                return answer;
            }
            Thread.sleep(100);
        }
    }

    private String law() {
        return doors.get(Doors.ZHENJIANG, "/policies?region=321100&on=2019-09-10")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(policy -> policy.at("/name").asString().equals("321100-employee-2019"))
                .findFirst()
                .orElseThrow()
                .at("/hash")
                .asString();
    }

    private static String request(String hash) {
        return """
            {"policyHash":"%s","from":"2019-01-01","to":"2019-12-31"}\
            """.formatted(hash);
    }
}
