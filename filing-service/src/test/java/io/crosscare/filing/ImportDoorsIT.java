package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestTokens;
import io.crosscare.filing.Doors.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** Files of insured persons through the door: every row its result, no row twice, nothing personal left behind. */
@FilingServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ImportDoorsIT {

    private static final String IMPORTS = "/insured-person-imports";
    private static final String HEADER =
            "insuredRegion,personNumber,plan,personType,name,identityNumber,insuranceStatus,householdRegistration,cards\n";
    private static final Duration DEADLINE = Duration.ofSeconds(30);

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
    void takesOverThousandsOfRows() {
        List<String> rows = people(5_000);

        Answer imported = importCsv(rows, Doors.unique("import")).expect(201);
        Answer again = importCsv(rows, Doors.unique("import")).expect(201);

        assertCounts(imported, 5_000, 5_000, 0, 0, 0);
        assertCounts(again, 5_000, 0, 0, 5_000, 0);
        assertThat(imported.text("/state")).isEqualTo("COMPLETED");
        assertThat(imported.body().at("/rowsPerSecond").asLong()).isPositive();
        assertThat(imported.text("/agencyRegion")).isEqualTo("321100");
        lookUp(rows.getFirst()).expect(200);
        lookUp(rows.getLast()).expect(200);
    }

    @Test
    void namesTheRowTheFieldAndTheRule() {
        List<String> rows = new ArrayList<>(people(6));
        rows.set(1, rows.get(1).replace("EMPLOYEE", "NONE"));
        rows.set(2, rows.get(2).replace("321100,N-", "320100,N-"));
        rows.set(3, rows.get(0));
        rows.set(4, rows.get(4) + ",more");

        Answer imported = importCsv(rows, Doors.unique("import")).expect(201);
        HttpResponse<String> errors = doors.text(Doors.ZHENJIANG, IMPORTS + "/" + imported.text("/id") + "/errors");

        assertCounts(imported, 6, 2, 0, 0, 4);
        assertThat(errors.statusCode()).isEqualTo(200);
        assertThat(errors.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(errors.body().lines())
                .containsExactly(
                        "\uFEFFrow,field,rule,messageZh,message",
                        "3,plan,one-of,\"应为以下之一：EMPLOYEE, RESIDENT, SPECIAL\",\"must be one of EMPLOYEE, RESIDENT,"
                                + " SPECIAL\"",
                        "4,insuredRegion,own-region,不是本机构可登记的统筹区,is not a region whose persons this agency reports",
                        "5,row,repeated-in-file,与第 2 行重复,repeats row 2",
                        "6,row,cell-count,列数与表头不一致,has another number of cells than the first line");
    }

    @Test
    void tellsThePersonOfEveryRow() {
        List<String> rows = new ArrayList<>(people(3));
        rows.set(1, rows.get(1).replace("EMPLOYEE", "NONE"));

        String id = importCsv(rows, Doors.unique("import")).expect(201).text("/id");
        String person = lookUp(rows.getLast()).expect(200).text("/personId");
        Answer first =
                doors.get(Doors.ZHENJIANG, IMPORTS + "/" + id + "/rows?limit=2").expect(200);
        Answer last = doors.get(
                        Doors.ZHENJIANG, IMPORTS + "/" + id + "/rows?limit=2&cursor=" + first.text("/nextCursor"))
                .expect(200);
        HttpResponse<String> file = doors.text(Doors.ZHENJIANG, IMPORTS + "/" + id + "/rows.csv");

        assertThat(first.text("/items/0/outcome")).isEqualTo("ADDED");
        assertThat(first.body().at("/items/0").has("filingId")).isFalse();
        assertThat(first.text("/items/1/errors/0/field")).isEqualTo("plan");
        assertThat(last.text("/items/0/personId")).isEqualTo(person);
        assertThat(last.body().has("nextCursor")).isFalse();
        assertThat(file.body().lines())
                .hasSize(4)
                .contains("\uFEFFrow,outcome,personId,field,rule,messageZh,message", "4,ADDED," + person + ",,,,");
        doors.get(Doors.NANJING, IMPORTS + "/" + id + "/rows").expect(404);
    }

    @Test
    void takesJsonLinesToo() {
        String file = Doors.person(Doors.unique("N"), Doors.identityNumber()).replace("\n", "") + "\n{}\n"
                + Doors.person(Doors.unique("N"), Doors.identityNumber()).replace("\n", "");

        Answer imported = doors.upload(
                        Doors.ZHENJIANG,
                        IMPORTS,
                        "application/x-ndjson",
                        BodyPublishers.ofString(file),
                        Doors.unique("import"))
                .expect(201);

        assertCounts(imported, 3, 2, 0, 0, 1);
    }

    @Test
    void takesWhatExcelWritesInChina() {
        String file =
                HEADER.replace("insuredRegion", "参保地").replace("name", "姓名") + String.join("\r\n", people(2)) + "\r\n";

        Answer imported = doors.upload(
                        Doors.ZHENJIANG,
                        IMPORTS,
                        "text/csv;charset=GBK",
                        BodyPublishers.ofByteArray(file.getBytes(Charset.forName("GBK"))),
                        Doors.unique("import"))
                .expect(201);

        assertCounts(imported, 2, 2, 0, 0, 0);
    }

    @Test
    void answersTheSameFileAgainAndRefusesAnotherUnderTheKey() {
        List<String> rows = people(3);
        String key = Doors.unique("import");
        Answer first = importCsv(rows, key).expect(201);

        Answer again = importCsv(rows, key).expect(200);
        Answer other = importCsv(people(3), key).expect(409);

        assertThat(again.isReplay()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.text("/type")).endsWith("idempotency-conflict");
    }

    @Test
    void goesOnAfterTheConnectionWasCut() throws IOException {
        List<String> rows = people(2_000);
        String key = Doors.unique("cut");
        String file = HEADER + String.join("\n", rows);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            sendHalf(socket.getOutputStream(), key, file);
            awaitRows(key);
        }

        Answer whole = importCsv(rows, key).expect(201);

        assertCounts(whole, 2_000, 2_000, 0, 0, 0);
        assertThat(whole.body().at("/sendings").asInt()).isEqualTo(2);
    }

    /** Says the length of the whole and sends the first half of it. */
    private static void sendHalf(OutputStream out, String key, String file) throws IOException {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        out.write("""
            POST /api/v1/insured-person-imports HTTP/1.1\r
            Host: 127.0.0.1\r
            Authorization: %s\r
            Idempotency-Key: %s\r
            Content-Type: text/csv\r
            Content-Length: %d\r
            \r
            """.formatted(TestTokens.internal(Doors.ZHENJIANG), key, bytes.length)
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes, 0, bytes.length / 2);
        out.flush();
    }

    /** Until rows of the latest import are done and it can be seen in the list. */
    private void awaitRows(String key) {
        Instant end = Instant.now().plus(DEADLINE);
        Optional<JsonNode> seen = Optional.empty();
        while (seen.isEmpty() && Instant.now().isBefore(end)) {
            JsonNode latest = doors.get(Doors.ZHENJIANG, IMPORTS + "?limit=1")
                    .expect(200)
                    .body()
                    .at("/items/0");
            seen = Optional.of(latest)
                    .filter(one -> one.path("state").asString("").equals("RECEIVING"))
                    .filter(one -> one.path("rowsRead").asLong() > 0);
        }
        assertThat(seen).as("progress of " + key).isPresent();
    }

    @Test
    void showsAnImportToAgenciesOfItsRegionAlone() {
        String id = importCsv(people(1), Doors.unique("import")).expect(201).text("/id");

        doors.get(Doors.ZHENJIANG, IMPORTS + "/" + id).expect(200);
        doors.get(Doors.NANJING, IMPORTS + "/" + id).expect(404);
        doors.get(Doors.NANJING, IMPORTS + "/" + id + "/errors").expect(404);
        doors.get(Doors.OPERATOR, IMPORTS + "/" + id).expect(403);
        doors.get(Doors.HOSPITAL, IMPORTS).expect(403);
        assertThat(doors.get(Doors.NANJING, IMPORTS).expect(200).body().toString())
                .doesNotContain(id);
        assertThat(doors.get(Doors.ZHENJIANG, IMPORTS).expect(200).body().toString())
                .contains(id);
    }

    @Test
    void refusesWhatItCannotTake() {
        String file = HEADER + people(1).getFirst();
        doors.upload(Doors.ZHENJIANG, IMPORTS, "text/csv", BodyPublishers.ofString(file), null)
                .expect(400);
        upload(Doors.HOSPITAL, "text/csv", file).expect(403);
        upload(Doors.OPERATOR, "text/csv", file).expect(403);
        upload(Doors.ZHENJIANG, "application/json", file).expect(415);
        upload(Doors.ZHENJIANG, "text/csv;charset=UTF-16", file).expect(415);
        upload(Doors.ZHENJIANG, "text/csv;charset=nonsense", file).expect(415);
        upload(Doors.ZHENJIANG, "text/csv", "").expect(400);
        Answer header = upload(Doors.ZHENJIANG, "text/csv", file.replace("plan", "secret"))
                .expect(400);
        doors.get(Doors.ZHENJIANG, IMPORTS + "/b1").expect(404);
        doors.get(Doors.ZHENJIANG, IMPORTS + "?cursor=x").expect(400);
        doors.get(Doors.ZHENJIANG, IMPORTS + "?limit=0").expect(400);
        doors.get(Doors.ZHENJIANG, IMPORTS + "/b" + "a".repeat(26)).expect(404);

        assertThat(header.text("/errors/0/rule")).isEqualTo("unknown-column");
        assertThat(header.text("/errors/1/field")).isEqualTo("plan");
    }

    @Test
    void leavesNoPersonalDataBehind(CapturedOutput output) {
        String planted = Doors.identityNumber();
        List<String> rows = List.of(
                row("PLANTED-NUMBER-1", planted).replace("王测试", "欧阳植入").replace("A8", "PLANTEDCARD"),
                row("PLANTED-NUMBER-2", planted).replace("王测试", "欧阳植入"),
                "欧阳植入," + planted,
                row("PLANTED-NUMBER-3", "欧阳植入"));
        String id = importCsv(rows, Doors.unique("import")).expect(201).text("/id");

        String told =
                doors.text(Doors.ZHENJIANG, IMPORTS + "/" + id + "/errors").body()
                        + doors.get(Doors.ZHENJIANG, IMPORTS + "/" + id).body();
        String stored = Flux.just("batches", "batch_rows", "insured_persons")
                .concatMap(name -> database.getCollection(name).find())
                .map(Document::toJson)
                .collectList()
                .blockOptional()
                .orElseThrow()
                .toString();

        for (String personal : List.of(planted, "欧阳植入", "PLANTED-NUMBER", "PLANTEDCARD")) {
            assertThat(told).doesNotContain(personal);
            assertThat(stored).doesNotContain(personal);
            assertThat(output.getAll()).doesNotContain(personal);
        }
        assertThat(told).contains("repeated-in-file", "cell-count", "identity-number");
    }

    private static void assertCounts(Answer answer, long read, long added, long changed, long kept, long refused) {
        assertThat(List.of("rowsRead", "added", "changed", "kept", "refused"))
                .map(name -> answer.body().path(name).asLong())
                .containsExactly(read, added, changed, kept, refused);
    }

    private Answer importCsv(List<String> rows, String key) {
        String file = HEADER + String.join("\n", rows) + "\n";
        return doors.upload(Doors.ZHENJIANG, IMPORTS, "text/csv", BodyPublishers.ofString(file), key);
    }

    private Answer upload(Caller caller, String type, String file) {
        return doors.upload(caller, IMPORTS, type, BodyPublishers.ofString(file), Doors.unique("import"));
    }

    private Answer lookUp(String row) {
        String identityNumber = row.split(",", -1)[5];
        return doors.post(
                Doors.ZHENJIANG,
                "/insured-persons/lookups",
                "{\"insuredRegion\":\"321100\",\"identityNumber\":\"%s\"}".formatted(identityNumber));
    }

    /** Their identity numbers begin with a region that does not exist, so no other test has them. */
    private static List<String> people(int count) {
        int serial = Integer.parseInt(Doors.unique(""));
        return IntStream.range(0, count)
                .mapToObj(i -> row("N-%d-%d".formatted(serial, i), "9999%06d%07dX".formatted(serial, i)))
                .collect(Collectors.toList());
    }

    private static String row(String personNumber, String identityNumber) {
        return "321100,%s,EMPLOYEE,RETIRED,王测试,%s,ACTIVE,321100,PROVINCIAL_CARD:A87654321:321100:ACTIVE"
                .formatted(personNumber, identityNumber);
    }
}
