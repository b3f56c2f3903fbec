package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists of visits and of settlements, page by page. */
@SettlementServiceTest
class ListDoorsIT {

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void listsAHospitalsOwnVisitsOfAPerson() {
        String person = Doors.filedPerson();
        List<String> visits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            visits.add(doors.visitD01(person));
        }
        doors.settle(visits.getFirst(), Doors.unique("settle")).expect(201);
        String path = "/visits?personId=" + person;

        Answer first = doors.get(Doors.ZHONGSHAN, path + "&limit=2").expect(200);
        Answer rest = doors.get(Doors.ZHONGSHAN, path + "&limit=2&cursor=" + first.text("/nextCursor"))
                .expect(200);
        Answer settled = doors.get(Doors.ZHONGSHAN, path + "&state=SETTLED&from=2019-09-10&to=2019-09-10")
                .expect(200);
        Answer table = doors.get(Doors.ZHONGSHAN, path, "text/csv").expect(200);

        List<String> listed = new ArrayList<>();
        first.body().at("/items").forEach(item -> listed.add(item.path("id").asString()));
        rest.body().at("/items").forEach(item -> listed.add(item.path("id").asString()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(visits);
        assertThat(rest.body().has("nextCursor")).isFalse();
        assertThat(settled.text("/items/0/id")).isEqualTo(visits.getFirst());
        assertThat(settled.number("/items/0/totalCostFen")).isEqualTo(101_355);
        assertThat(settled.body().at("/items").size()).isEqualTo(1);
        assertThat(table.raw().lines()).hasSize(4).anyMatch(line -> line.contains("1013.55"));
        assertThat(doors.get(Doors.ZHONGSHAN, path + "&to=2019-09-09")
                        .expect(200)
                        .body()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void showsNobodyElsesVisits() {
        String person = Doors.filedPerson();
        doors.visitD01(person);

        assertThat(doors.get(Doors.OTHER_HOSPITAL, "/visits?personId=" + person)
                        .expect(200)
                        .body()
                        .at("/items")
                        .size())
                .isZero();
        doors.get(Doors.OTHER_HOSPITAL, "/visits?institution=" + Neighbours.ZHONGSHAN)
                .expect(404);
        doors.get(Doors.ZHENJIANG, "/visits?personId=" + person).expect(403);
    }

    @ParameterizedTest
    @CsvSource({
        "personId=x,personId,person-id",
        "state=GONE,state,one-of",
        "from=today,from,date",
        "cursor=x,cursor,cursor",
        "limit=0,limit,range",
        "from=2019-09-10&to=2019-09-09,to,period",
        "stat=SETTLED,stat,unknown-field"
    })
    void namesTheParameterThatIsWrong(String query, String field, String rule) {
        Answer refused = doors.get(Doors.ZHONGSHAN, "/visits?" + query).expect(400);

        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "/visits?from=2019-09-10&to=2019-09-09,to,period",
        "/visits?limit=1,limit,unknown-field",
        "/settlements?from=2019-09-10&to=2019-09-09,to,period",
        "/settlements?from=2019-09-10&to=2019-09-10&cursor=x,cursor,unknown-field",
    })
    void namesTheParameterThatIsWrongWithAFile(String path, String field, String rule) {
        Answer refused = doors.get(Doors.ZHONGSHAN, path, "text/csv").expect(400);

        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
    }

    @Test
    void listsWhatWasSettledForAPerson() {
        String person = Doors.filedPerson();
        String first = settled(person);
        String second = settled(person);
        doors.post(
                        Doors.ZHONGSHAN,
                        "/settlements/" + first + "/cancellations",
                        "{\"reason\":\"退费\"}",
                        Doors.unique("undo"))
                .expect(201);
        String path = "/persons/" + person + "/settlements";

        Answer one = doors.get(Doors.ZHENJIANG, path + "?limit=1").expect(200);
        Answer other = doors.get(Doors.ZHENJIANG, path + "?limit=1&cursor=" + one.text("/nextCursor"))
                .expect(200);

        assertThat(one.text("/items/0/id")).isEqualTo(first);
        assertThat(one.text("/items/0/state")).isEqualTo("CANCELLED");
        assertThat(other.text("/items/0/id")).isEqualTo(second);
        assertThat(other.text("/items/0/state")).isEqualTo("LIVE");
        assertThat(items(doors.get(Doors.insured(person), path))).isEqualTo(2);
        assertThat(items(doors.get(Doors.ZHONGSHAN, path))).isEqualTo(2);
        assertThat(items(doors.get(Doors.OTHER_HOSPITAL, path))).isZero();
        assertThat(items(doors.get(Doors.NANJING, path))).isZero();
        doors.get(Doors.OPERATOR, path).expect(403);
    }

    @Test
    void listsWhatAnInstitutionSettledInAPeriod() {
        String person = Doors.filedPerson();
        String first = settled(person);
        String second = settled(person);
        doors.post(
                        Doors.ZHONGSHAN,
                        "/settlements/" + first + "/cancellations",
                        "{\"reason\":\"退费\"}",
                        Doors.unique("undo"))
                .expect(201);
        String period = "/settlements?from=2019-09-01&to=2019-09-30&limit=200";

        List<String> ofHospital = all(Doors.ZHONGSHAN, period);
        List<String> ofAgency = all(Doors.ZHENJIANG, period);

        assertThat(ofHospital).contains(first, second).doesNotHaveDuplicates();
        assertThat(ofAgency).contains(first, second);
        assertThat(all(Doors.ZHENJIANG, period + "&institution=" + Neighbours.ZHONGSHAN))
                .contains(first, second);
        assertThat(all(Doors.ZHONGSHAN, period + "&state=CANCELLED"))
                .contains(first)
                .doesNotContain(second);
        assertThat(all(Doors.ZHONGSHAN, period + "&state=LIVE&insuredRegion=321100"))
                .contains(second);
        assertThat(all(Doors.NANJING, period + "&insuredRegion=321100")).isEmpty();
        assertThat(all(Doors.ZHONGSHAN, period.replace("2019-09-30", "2019-09-09")))
                .doesNotContain(first, second);
        String table = doors.get(Doors.ZHONGSHAN, period.replace("&limit=200", ""), "text/csv")
                .expect(200)
                .raw();
        assertThat(table.lines()).anyMatch(line -> line.startsWith(second + ",LIVE,") && line.endsWith(",SETTLEMENT,"));
        assertThat(table.lines().findFirst().orElseThrow())
                .contains("结算标识 Settlement")
                .endsWith("记录类别 Kind,原结算 Original");
        doors.get(Doors.ZHONGSHAN, "/settlements?from=2019-09-01").expect(400);
        doors.get(Doors.ZHONGSHAN, period.replace("2019-09-30", "2020-09-30")).expect(400);
        doors.get(Doors.ZHONGSHAN, period + "&institution=H31000000002").expect(404);
        doors.get(Doors.OPERATOR, period).expect(403);
    }

    /** A spreadsheet that sums the rows that are live counts each bill once. */
    @Test
    void tellsAPartRefundFromTheSettlementItStandsFor() {
        String whole = doors.settle(doors.visitD01(Doors.filedPerson()), Doors.unique("settle"))
                .expect(201)
                .text("/id");
        String rest = doors.post(
                        Doors.ZHONGSHAN,
                        "/settlements/" + whole + "/adjustments",
                        "{\"reason\":\"退费\",\"returns\":[{\"lineNumber\":1,\"quantity\":\"1\",\"amountFen\":58500}]}",
                        Doors.unique("part"))
                .expect(201)
                .text("/id");

        String table = doors.get(Doors.ZHONGSHAN, "/settlements?from=2019-09-10&to=2019-09-10", "text/csv")
                .expect(200)
                .raw();

        assertThat(table.lines())
                .anyMatch(row -> row.startsWith(whole + ",ADJUSTED,") && row.endsWith(",SETTLEMENT,"))
                .anyMatch(row -> row.startsWith(rest + ",LIVE,") && row.endsWith(",ADJUSTMENT," + whole));
    }

    private List<String> all(Caller caller, String path) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = doors.get(caller, path + cursor).expect(200);
            page.body().at("/items").forEach(item -> found.add(item.path("id").asString()));
            cursor = page.body().has("nextCursor") ? "&cursor=" + page.text("/nextCursor") : "";
        } while (!cursor.isEmpty());
        return found;
    }

    private static int items(Answer answer) {
        return answer.expect(200).body().at("/items").size();
    }

    private String settled(String person) {
        return doors.settle(doors.visitD01(person), Doors.unique("settle"))
                .expect(201)
                .text("/id");
    }
}
