package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.filing.Doors.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** An employer's people filed in one go: a result for every row, and no row lodged twice. */
@FilingServiceTest
@ExtendWith(OutputCaptureExtension.class)
class FilingBatchDoorsIT {

    private static final String BATCHES = "/filing-batches";
    private static final String HEADER = "personNumber,identityNumber,name,category,careRegion,effectiveFrom,reason\n";

    private static final String PEOPLE_HEADER =
            "insuredRegion,personNumber,plan,personType,name,identityNumber,insuranceStatus,householdRegistration\n";

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void givesEveryRowItsResult() {
        String number = Doors.unique("N");
        String identity = Doors.identityNumber();
        String personId = doors.register(Doors.person(number, identity));
        doors.registerRetiree();
        List<String> rows = List.of(
                number + ",,王测试,LONG_TERM_RESIDENT,310000,2019-05-01,集中办理",
                "," + identity + ",,LONG_TERM_RESIDENT,330000,2019-05-01,集中办理",
                number + ",,王测试,LONG_TERM_RESIDENT,310000,2019-06-01,集中办理",
                number + ",,张三,LONG_TERM_RESIDENT,340000,2019-05-01,集中办理",
                Doors.unique("N") + ",,,LONG_TERM_RESIDENT,310000,2019-05-01,集中办理",
                number + ",,,LONG_TERM_RESIDENT,321102,2019-05-01,集中办理",
                number + ",,,POSTED_WORKER,350000,2019-05-01,集中办理",
                number + ",,王测试,LONG_TERM_RESIDENT,310000,2019-05-01,集中办理",
                ",,,LONG_TERM_RESIDENT,310000,2019-05-01,集中办理");

        Answer batch = send(rows, Doors.unique("batch")).expect(201);
        JsonNode items = rows(batch).at("/items");

        assertThat(batch.body().at("/rowsRead").asInt()).isEqualTo(9);
        assertThat(items.valueStream().map(FilingBatchDoorsIT::summary))
                .containsExactly(
                        "2 ADDED",
                        "3 ADDED",
                        "4 overlapping",
                        "5 identity-mismatch",
                        "6 person-unknown",
                        "7 away-from-home",
                        "8 FILING_NOT_ELIGIBLE",
                        "9 repeated-in-file",
                        "10 required");
        Answer filing = doors.get(
                        Doors.ZHENJIANG, "/filings/" + items.at("/0/filingId").asString())
                .expect(200);
        assertThat(filing.text("/personId")).isEqualTo(personId);
        assertThat(filing.text("/channel")).isEqualTo("EMPLOYER_PLATFORM");
        assertThat(items.at("/6/errors/0/messageZh").asString()).contains("不符合备案条件", "；");
        assertThat(items.at("/6/errors/0/source").asString()).isEqualTo("Z 基本政策 三(三)");
        assertThat(items.at("/6/errors/0/mark").asString()).isEqualTo("官方");
        assertThat(items.at("/6/errors/0/condition").asString()).startsWith("常驻异地工作须为");
        assertThat(items.at("/6/errors/0/conditionEn").asString()).contains("insured employer");
        assertThat(items.at("/2/errors/0/filingId").asString())
                .isEqualTo(items.at("/0/filingId").asString());
        String file = doors.text(Doors.ZHENJIANG, BATCHES + "/" + batch.text("/id") + "/rows.csv")
                .body();
        assertThat(file.lines().filter(line -> line.startsWith("4,REFUSED")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith("," + items.at("/0/filingId").asString() + ",,");
        assertThat(file).contains("官方");
    }

    @Test
    void saysOfARowThatWasDoneWhatShouldBeKnown() {
        String number = Doors.unique("N");
        doors.register(Doors.person(number, Doors.identityNumber())
                .replace("\"insuranceStatus\":\"ACTIVE\"", "\"insuranceStatus\":\"SUSPENDED\""));

        Answer batch = send(List.of(number + ",,王测试,LONG_TERM_RESIDENT,310000,2019-05-01,集中办理"), Doors.unique("batch"))
                .expect(201);
        JsonNode row = rows(batch).at("/items/0");

        assertThat(row.path("outcome").asString()).isEqualTo("ADDED");
        assertThat(row.at("/warnings/0/code").asString()).isEqualTo("INSURANCE_SUSPENDED");
        assertThat(row.at("/warnings").size()).isEqualTo(1);
        assertThat(doors.text(Doors.ZHENJIANG, BATCHES + "/" + batch.text("/id") + "/rows.csv")
                        .body())
                .contains("暂停参保", "suspended");
    }

    private static String summary(JsonNode row) {
        JsonNode rule = row.at("/errors/0/rule");
        return row.path("row").asInt() + " "
                + (rule.isMissingNode() ? row.path("outcome").asString() : rule.asString());
    }

    @Test
    void lodgesNothingTwice() {
        List<String> rows = employees(30);
        String key = Doors.unique("batch");
        Answer first = send(rows, key).expect(201);

        Answer again = send(rows, key).expect(200);
        Answer other = send(employees(30), key).expect(409);
        Answer underAnotherKey = send(rows, Doors.unique("batch")).expect(201);

        assertThat(first.body().at("/added").asInt()).isEqualTo(30);
        assertThat(again.isReplay()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.text("/type")).endsWith("idempotency-conflict");
        assertThat(underAnotherKey.body().at("/refused").asInt()).isEqualTo(30);
    }

    @Test
    void givesRowsPageByPageAndAsAFile() {
        String id = send(employees(450), Doors.unique("batch")).expect(201).text("/id");
        List<Integer> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = doors.get(Doors.ZHENJIANG, BATCHES + "/" + id + "/rows?limit=199" + cursor)
                    .expect(200);
            page.body().at("/items").forEach(row -> seen.add(row.path("row").asInt()));
            cursor = page.body().has("nextCursor") ? "&cursor=" + page.text("/nextCursor") : "";
        } while (!cursor.isEmpty());

        HttpResponse<String> file = doors.text(Doors.ZHENJIANG, BATCHES + "/" + id + "/rows.csv");

        assertThat(seen)
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 451).boxed().toList());
        assertThat(file.body().lines())
                .hasSize(451)
                .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(14));
        assertThat(file.body()).startsWith("\uFEFFrow,outcome,filingId,").contains("\r\n2,ADDED,f");
    }

    @Test
    void showsABatchToAgenciesOfItsRegionAlone() {
        String id = send(employees(1), Doors.unique("batch")).expect(201).text("/id");

        doors.get(Doors.NANJING, BATCHES + "/" + id).expect(404);
        doors.get(Doors.NANJING, BATCHES + "/" + id + "/rows").expect(404);
        doors.get(Doors.NANJING, BATCHES + "/" + id + "/rows.csv").expect(404);
        doors.get(Doors.PLATFORM, BATCHES + "/" + id + "/rows").expect(403);
        doors.get(Doors.ZHENJIANG, "/insured-person-imports/" + id).expect(404);
        assertThat(doors.get(Doors.ZHENJIANG, BATCHES).expect(200).body().toString())
                .contains(id);
        doors.get(Doors.ZHENJIANG, BATCHES + "/" + id + "/rows?cursor=x").expect(400);
    }

    @Test
    void takesCsvFromAgenciesAlone() {
        String file = HEADER + employees(1).getFirst();

        doors.upload(Doors.HOSPITAL, BATCHES, "text/csv", BodyPublishers.ofString(file), "k")
                .expect(403);
        doors.upload(Doors.ZHENJIANG, BATCHES, "application/x-ndjson", BodyPublishers.ofString("{}"), "k")
                .expect(415);
        doors.upload(Doors.ZHENJIANG, BATCHES, "text/csv", BodyPublishers.ofString(file), null)
                .expect(400);
    }

    @Test
    void leavesNoPersonalDataBehind(CapturedOutput output) {
        String planted = Doors.identityNumber();
        doors.register(Doors.person(Doors.unique("PLANTED-PN-"), planted));
        List<String> rows = List.of(
                "," + planted + ",欧阳植入,LONG_TERM_RESIDENT,310000,2019-05-01,补办" + planted,
                "PLANTED-PN-X,,欧阳植入,LONG_TERM_RESIDENT,310000,2019-05-01,补办",
                "," + planted + ",,LONG_TERM_RESIDENT,310000,2019-05-01,补办" + planted,
                "欧阳植入," + planted);
        Answer batch = send(rows, Doors.unique("batch")).expect(201);

        String told = rows(batch).toString()
                + batch.body()
                + doors.text(Doors.ZHENJIANG, BATCHES + "/" + batch.text("/id") + "/rows.csv")
                        .body();
        String stored = Flux.just("batches", "batch_rows", "filings")
                .concatMap(name -> database.getCollection(name).find())
                .map(Document::toJson)
                .collectList()
                .blockOptional()
                .orElseThrow()
                .toString();

        for (String personal : List.of(planted, "欧阳植入", "PLANTED-PN-")) {
            assertThat(told).doesNotContain(personal);
            assertThat(stored).doesNotContain(personal);
            assertThat(output.getAll()).doesNotContain(personal);
        }
        assertThat(told).contains("identity-mismatch", "person-unknown", "ADDED", "cell-count");
    }

    private Answer send(List<String> rows, String key) {
        String file = HEADER + String.join("\n", rows) + "\n";
        return doors.upload(Doors.ZHENJIANG, BATCHES, "text/csv", BodyPublishers.ofString(file), key);
    }

    private JsonNode rows(Answer batch) {
        return doors.get(Doors.ZHENJIANG, BATCHES + "/" + batch.text("/id") + "/rows")
                .expect(200)
                .body();
    }

    /** Rows for people who are registered for it. */
    private List<String> employees(int count) {
        List<String> numbers =
                IntStream.range(0, count).mapToObj(_ -> Doors.unique("N")).toList();
        String people = numbers.stream()
                .map(number ->
                        "321100,%s,EMPLOYEE,ACTIVE,王测试,%s,ACTIVE,321100\n".formatted(number, Doors.identityNumber()))
                .collect(Collectors.joining());
        doors.upload(
                        Doors.ZHENJIANG,
                        "/insured-person-imports",
                        "text/csv",
                        BodyPublishers.ofString(PEOPLE_HEADER + people),
                        Doors.unique("people"))
                .expect(201);
        return numbers.stream()
                .map(number -> number + ",,王测试,LONG_TERM_RESIDENT,310000,2019-05-01,集中办理")
                .toList();
    }
}
