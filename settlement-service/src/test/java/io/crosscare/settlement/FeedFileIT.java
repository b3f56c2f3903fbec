package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crosscare.settlement.Doors.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Feeds of core systems as files, through the door, on real stores. */
@SettlementServiceTest
class FeedFileIT {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String NDJSON = "application/x-ndjson";
    private static final String HEAD = "personId,coreNumber,sequence,manner,occurredOn,serviceType,moves\n";

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void recordsEachRowOfACsvFileByItself() {
        String person = Doors.person();
        String other = Doors.person();
        String file = HEAD
                + person
                + ",F1,1,LOCAL,2019-09-01,OUTPATIENT,2019/deductible.outpatient:15000;2019/pooled.outpatient:100\n"
                + other + ",G1,1,MANUAL,2019-09-01,OUTPATIENT,2019/pooled.outpatient:5\n"
                + "\n"
                + person + ",F3,3,LOCAL,2019-09-01,OUTPATIENT,2019/pooled.outpatient:1\n"
                + person + ",F2,2,LOCAL,2019-09-01,OUTPATIENT,2019/pooled.outpatient:7\n"
                + person + ",F 4,x,OTHER,2999-09-01,OUTPATIENT,nothing\n"
                + person + ",F5\n";

        Answer taken = file(file, CSV, "").expect(200);
        Answer again = file(file, CSV, "").expect(200);

        assertThat(taken.number("/rows")).isEqualTo(6);
        assertThat(taken.number("/recorded")).isEqualTo(3);
        assertThat(taken.number("/refused")).isEqualTo(3);
        assertThat(taken.body().at("/refusals").valueStream())
                .extracting(
                        row -> row.path("line").asInt(),
                        row -> row.at("/result/state").asString(""),
                        row -> row.at("/errors/0/field").asString(""))
                .containsExactly(tuple(5, "TOO_EARLY", ""), tuple(7, "", "sequence"), tuple(8, "", "row"));
        assertThat(again.number("/recorded")).isEqualTo(1);
        assertThat(again.number("/known")).isEqualTo(3);
        assertThat(doors.get(Doors.ZHENJIANG, "/persons/" + person + "/accumulators")
                        .body()
                        .at("/counters/externals")
                        .asLong())
                .isEqualTo(3);
    }

    @Test
    void takesJsonLinesAndTheWordThatAllHasCome() {
        String person = Doors.person();
        Instant upTo =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS).minusSeconds(120);
        String good = row(person, "N1", 1) + "\n" + row(person, "N2", 2);
        String bad = "{\"personId\":\"" + person + "\",\"surprise\":1}\n{\n";

        Answer refused = file(bad, NDJSON, "?completeUpTo=" + upTo).expect(200);
        Answer taken = file(good, NDJSON, "?completeUpTo=" + upTo).expect(200);

        assertThat(refused.text("/refusals/0/errors/0/rule")).isEqualTo("unknown-field");
        assertThat(refused.text("/refusals/1/errors/0/rule")).isEqualTo("json");
        assertThat(taken.number("/recorded")).isEqualTo(2);
        assertThat(Instant.parse(taken.text("/feed/completeUpTo"))).isAfterOrEqualTo(upTo);
    }

    @Test
    void takesAFileOfThousandsOfRows() {
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < 20; i++) {
            String person = Doors.person();
            for (int sequence = 1; sequence <= 60; sequence++) {
                file.append(person)
                        .append(",M")
                        .append(sequence)
                        .append(',')
                        .append(sequence)
                        .append(",LOCAL,2019-09-01,OUTPATIENT,2019/pooled.outpatient:1\n");
            }
        }

        Answer taken = file(file.toString(), CSV, "").expect(200);

        assertThat(taken.number("/recorded")).isEqualTo(1_200);
        assertThat(taken.number("/refused")).isZero();
    }

    @Test
    void refusesAFileThatCannotBeReadAndWhoMayNotSendOne() {
        assertThat(file("personId,coreNumber\n", CSV, "").expect(400).text("/errors/0/field"))
                .isEqualTo("header");
        file(HEAD, "text/csv;charset=GBK", "").expect(415);
        file(HEAD, CSV, "?completeUpTo=2999-01-01T00:00:00Z").expect(400);
        doors.postFile(Doors.ZHENJIANG, "/external-feeds", HEAD, CSV, "").expect(400);
        doors.postFile(Doors.ZHONGSHAN, "/external-feeds", HEAD, CSV, Doors.unique("file"))
                .expect(403);
    }

    private Answer file(String file, String type, String query) {
        return doors.postFile(Doors.ZHENJIANG, "/external-feeds" + query, file, type, Doors.unique("file"));
    }

    private static String row(String person, String number, int sequence) {
        return """
            {"personId":"%s","coreNumber":"%s","sequence":%d,"manner":"MANUAL","occurredOn":"2019-09-01",\
            "serviceType":"OUTPATIENT","moves":{"2019/deductible.outpatient":100}}\
            """.formatted(person, number, sequence);
    }
}
