package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The feeds of core systems through the doors, on real stores. */
@SettlementServiceTest
class ExternalIT {

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void recordsWhatTheCorePaidInItsOrder() {
        String person = Doors.person();
        Answer early = external(person, payment("B2", 2, 100)).expect(409);
        assertThat(early.text("/field")).isEqualTo("sequence");
        assertThat(early.number("/expectedSequence")).isEqualTo(1);

        Answer first = external(person, payment("B1", 1, 15_000)).expect(201);
        Answer again = external(person, payment("B1", 1, 15_000)).expect(200);
        external(person, payment("B2", 2, 100)).expect(201);

        assertThat(first.text("/kind")).isEqualTo("EXTERNAL");
        assertThat(first.text("/external/coreNumber")).isEqualTo("B1");
        assertThat(first.text("/external/manner")).isEqualTo("MANUAL");
        assertThat(first.body().at("/delta/2019~1deductible.outpatient").asLong())
                .isEqualTo(15_000);
        assertThat(again.isReplay()).isTrue();
        assertThat(again.raw()).isEqualTo(first.raw());
        assertThat(external(person, payment("B3", 1, 100)).expect(409).text("/entryId"))
                .isEqualTo(first.text("/id"));
        JsonNode counters = doors.get(Doors.ZHENJIANG, "/persons/" + person + "/accumulators")
                .body()
                .get("counters");
        assertThat(counters.get("2019/deductible.outpatient").asLong()).isEqualTo(15_100);
        assertThat(counters.get("externals").asLong()).isEqualTo(2);
    }

    @Test
    void refusesByFieldWhatIsNoPayment() {
        String person = Doors.person();

        assertInvalid(person, payment("B1", 1, 1).replace("MANUAL", "OTHER"), "manner");
        assertInvalid(person, payment("B 1", 1, 1), "coreNumber");
        assertInvalid(person, payment("B1", 0, 1), "sequence");
        assertInvalid(person, payment("B1", 1, 1).replace("2019-09-01", "2999-09-01"), "occurredOn");
        assertInvalid(
                person, payment("B1", 1, 1).replace("2019/deductible.outpatient", "externals"), "moves.externals");
        assertInvalid(person, payment("B1", 1, 1).replace("OUTPATIENT", "SPA"), "serviceType");
        Answer otherYear = assertInvalid(
                person,
                payment("B1", 1, 1).replace("2019/deductible", "2017/deductible"),
                "moves.2017/deductible.outpatient");
        assertThat(otherYear.text("/errors/0/rule")).isEqualTo("period");
        assertThat(external(person, payment("B1", 1, -1)).expect(409).text("/field"))
                .isEqualTo("moves.2019/deductible.outpatient");
    }

    @Test
    void isForTheAgencyOfTheInsuredRegionAlone() {
        String path = "/persons/" + Doors.person() + "/externals";
        Caller other = new Caller.Agency("nanjing", new RegionCode("320100"));

        doors.post(Doors.ZHONGSHAN, path, payment("B1", 1, 1), Doors.unique("ext"))
                .expect(403);
        doors.post(other, path, payment("B1", 1, 1), Doors.unique("ext")).expect(404);
        doors.post(Doors.ZHENJIANG, path, payment("B1", 1, 1)).expect(400);
    }

    @Test
    void takesAPortionRowByRowAndShowsHowFarTheFeedHasCome() {
        String person = Doors.person();
        String other = Doors.person();

        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        String upTo = now.minusSeconds(60).toString();
        Answer broken = feed(quoted(now.minusSeconds(120)), row(person, "A1", 1), row(person, "A3", 3))
                .expect(200);
        Answer whole = feed(
                        quoted(now.minusSeconds(60)),
                        row(person, "A1", 1),
                        row(person, "A2", 2),
                        row(person, "A3", 3),
                        row(other, "C1", 1))
                .expect(200);

        assertThat(broken.text("/results/0/state")).isEqualTo("RECORDED");
        assertThat(broken.text("/results/1/state")).isEqualTo("TOO_EARLY");
        assertThat(broken.number("/results/1/expectedSequence")).isEqualTo(2);
        assertThat(whole.body()
                        .get("results")
                        .valueStream()
                        .map(row -> row.get("state").asString()))
                .containsExactly("KNOWN", "RECORDED", "RECORDED", "RECORDED");
        assertThat(whole.text("/feed/completeUpTo")).isEqualTo(upTo);
        assertThat(feed(quoted(now.minusSeconds(180))).expect(200).text("/feed/completeUpTo"))
                .isEqualTo(upTo);
        Answer shown = doors.get(Doors.ZHENJIANG, "/external-feeds").expect(200);
        assertThat(shown.text("/items/0/region")).isEqualTo("321100");
        assertThat(shown.number("/items/0/lagSeconds")).isPositive();
        assertThat(shown.text("/items/0/whenStale")).isEqualTo("SETTLE_AND_FLAG");
        assertThat(shown.text("/items/0/standing")).isEqualTo("NOT_STALE");
        assertThat(doors.get(Doors.OPERATOR, "/external-feeds").expect(200).raw())
                .contains("321100");
        doors.get(Doors.ZHONGSHAN, "/external-feeds").expect(403);
        feed("\"2999-01-02T00:00:00Z\"").expect(400);
        feed("null").expect(400);
        assertThat(feed("null", row(Doors.UNKNOWN_PERSON, "D1", 1)).expect(200).text("/results/0/state"))
                .isEqualTo("PERSON_UNKNOWN");
    }

    private Answer external(String person, String body) {
        return doors.post(Doors.ZHENJIANG, "/persons/" + person + "/externals", body, Doors.unique("external"));
    }

    private Answer feed(String completeUpTo, String... rows) {
        String body = rows.length == 0
                ? "{\"completeUpTo\":%s}".formatted(completeUpTo)
                : "{\"completeUpTo\":%s,\"externals\":[%s]}".formatted(completeUpTo, String.join(",", rows));
        return doors.post(Doors.ZHENJIANG, "/external-feeds", body, Doors.unique("feed"));
    }

    /** Other tests settle bills of the same region: its feed stays fresh. */
    private static String quoted(Instant instant) {
        return "\"" + instant + "\"";
    }

    private Answer assertInvalid(String person, String body, String field) {
        Answer refused = external(person, body).expect(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        return refused;
    }

    private static String row(String person, String number, int sequence) {
        return "{\"personId\":\"" + person + "\","
                + payment(number, sequence, 100).substring(1);
    }

    private static String payment(String number, int sequence, long fen) {
        return """
            {"coreNumber":"%s","sequence":%d,"manner":"MANUAL","occurredOn":"2019-09-01","serviceType":"OUTPATIENT",
             "moves":{"2019/deductible.outpatient":%d}}\
            """.formatted(number, sequence, fen);
    }
}
