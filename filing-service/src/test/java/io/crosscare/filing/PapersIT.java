package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestTokens;
import io.crosscare.filing.Doors.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;

/** Scans, forms and the receipt of a filing, through the doors. */
@FilingServiceTest
@ExtendWith(OutputCaptureExtension.class)
class PapersIT {

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private Doors doors;
    private String person = "";
    private String path = "";

    @BeforeEach
    void lodgeOne() {
        doors = new Doors(port);
        person = doors.registerRetiree();
        path = "/filings/"
                + doors.lodge(Doors.filing(person, "RETIRED_RESETTLED", "310000", "2019-05-01"), Doors.unique("key"))
                        .expect(201)
                        .text("/id");
    }

    @Test
    void keepsAScanOnceAndGivesItBackByteByByte() {
        byte[] content = pdf(700_000);
        String key = Doors.unique("key");

        Answer kept = addScan(content, key).expect(201);
        Answer again = addScan(content, key).expect(200);

        assertThat(again.isReplay()).isTrue();
        assertThat(kept.text("/kind")).isEqualTo("PDF");
        assertThat(kept.body().at("/sizeBytes").asInt()).isEqualTo(700_000);
        addScan(pdf(10), key).expect(409);
        Answer read = doors.get(Doors.ZHENJIANG, path + "/scans/1").expect(200);
        assertThat(read.text("/mediaType")).isEqualTo("application/pdf");
        assertThat(Base64.getDecoder().decode(read.text("/content"))).isEqualTo(content);
        assertThat(stored("filing_scan_contents").toString()).doesNotContain("%PDF");
    }

    @Test
    void notesEveryLookBeforeItGivesTheScan() {
        addScan(pdf(100), Doors.unique("key")).expect(201);

        doors.get(Doors.NANJING, path + "/scans/1").expect(404);
        doors.get(Doors.HOSPITAL, path + "/scans/1").expect(404);
        doors.get(Doors.OPERATOR, path + "/scans/1").expect(404);
        doors.get(Doors.ZHENJIANG, path + "/scans/2").expect(404);
        assertThat(doors.get(Doors.ZHENJIANG, path + "/scans").body().at("/reads"))
                .isEmpty();
        doors.get(Doors.ZHENJIANG, path + "/scans/1").expect(200);
        doors.get(Doors.insured(person), path + "/scans/1").expect(200);

        Answer list = doors.get(Doors.ZHENJIANG, path + "/scans").expect(200);
        assertThat(list.body().at("/items")).hasSize(1);
        Set<String> looked = new HashSet<>();
        list.body().at("/reads").forEach(read -> looked.add(read.at("/by").asString()));
        assertThat(looked).containsExactlyInAnyOrder("agency-zhenjiang", "insured");
        assertThat(readsOfThePerson()).containsExactly("GET /filings/{id}/scans/{number}");
    }

    /** Unmasked reads by others than the person are in the one trail that the person can see. */
    private List<String> readsOfThePerson() {
        List<String> doorsRead = new ArrayList<>();
        doors.get(Doors.insured(person), "/personal-data-reads")
                .expect(200)
                .body()
                .at("/items")
                .forEach(read -> doorsRead.add(read.at("/door").asString()));
        return doorsRead;
    }

    @Test
    void takesTenScansAlsoWhenTheyRace() {
        List<Integer> statuses = IntStream.range(0, 14)
                .parallel()
                .mapToObj(i -> addScan(pdf(20 + i), Doors.unique("key")).status())
                .toList();

        assertThat(statuses.stream().filter(status -> status == 201)).hasSizeLessThanOrEqualTo(10);
        assertThat(statuses).isSubsetOf(201, 409, 503);
        while (addScan(pdf(99), Doors.unique("key")).status() == 201) {
            assertThat(doors.get(Doors.ZHENJIANG, path + "/scans").body().at("/items"))
                    .hasSizeLessThanOrEqualTo(10);
        }
        assertThat(doors.get(Doors.ZHENJIANG, path + "/scans").body().at("/items"))
                .hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"material\":\"SETTLEMENT_FORM\",\"content\":\"PGh0bWw+PHNjcmlwdD4=\"}|content|scan",
                "{\"material\":\"SETTLEMENT_FORM\",\"content\":\"no base64!\"}|content|base64",
                "{\"material\":\"SETTLEMENT_FORM\",\"content\":\"\"}|content|required",
                "{\"material\":\"DRIVING_LICENCE\",\"content\":\"JVBERi0xLjc=\"}|material|material",
                "{\"material\":\"x\",\"content\":\"JVBERi0xLjc=\"}|material|material",
            })
    void namesTheFieldAndTheRuleOfAScan(String body, String field, String rule) {
        Answer refused = doors.post(Doors.ZHENJIANG, path + "/scans", body, Doors.unique("key"))
                .expect(400);

        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
    }

    @Test
    void refusesAScanThatIsTooLong() {
        Answer refused = addScan(pdf(700_001), Doors.unique("key")).expect(400);

        assertThat(refused.text("/errors/0/rule")).isEqualTo("size");
    }

    @Test
    void keepsAFormWithItsMarksAndTheDiagnosisEncrypted(CapturedOutput output) {
        String body = """
            {"kind":"TRANSFER_FORM","signed":true,"stamped":true,"signedOn":"2019-04-30","institutionCode":"H32110000001",
             "department":"肿瘤科","diagnosis":"植入的诊断","doctorTitle":"CHIEF"}\
            """;
        String key = Doors.unique("key");

        Answer kept = doors.post(Doors.ZHENJIANG, path + "/forms", body, key).expect(201);
        doors.post(Doors.ZHENJIANG, path + "/forms", body, key).expect(200);
        doors.post(
                        Doors.ZHENJIANG,
                        path + "/forms",
                        "{\"kind\":\"SETTLEMENT_FORM\",\"signed\":true,\"stamped\":false,\"signedOn\":\"2019-04-30\"}",
                        Doors.unique("key"))
                .expect(201);
        doors.post(Doors.ZHENJIANG, path + "/forms", body.replace("CHIEF", "植入的诊断"), Doors.unique("key"))
                .expect(400);

        assertThat(kept.text("/title")).isEqualTo("转外就诊登记表");
        Answer list = doors.get(Doors.insured(person), path + "/forms").expect(200);
        assertThat(list.body().at("/items")).hasSize(2);
        assertThat(list.text("/items/0/diagnosis")).isEqualTo("植入的诊断");
        assertThat(list.body().at("/items/1").has("diagnosis")).isFalse();
        doors.get(Doors.NANJING, path + "/forms").expect(404);
        assertThat(readsOfThePerson()).isEmpty();
        doors.get(Doors.ZHENJIANG, path + "/forms").expect(200);
        assertThat(readsOfThePerson()).containsExactly("GET /filings/{id}/forms");
        assertThat(stored("filing_forms").toString()).doesNotContain("植入的诊断");
        assertThat(output.getAll()).doesNotContain("植入的诊断");
    }

    @Test
    void refusesWhatIsNotOnTheForm() {
        Answer refused = doors.post(
                        Doors.ZHENJIANG,
                        path + "/forms",
                        "{\"kind\":\"SETTLEMENT_FORM\",\"signed\":true,\"stamped\":true,\"signedOn\":\"2998-04-30\",\"department\":\"x\"}",
                        Doors.unique("key"))
                .expect(400);

        assertThat(refused.text("/errors/0/rule")).isEqualTo("not-in-future");
        assertThat(refused.text("/errors/1/rule")).isEqualTo("not-on-this-form");
    }

    @Test
    void printsAReceiptForTheAgencyAndThePerson() throws Exception {
        HttpResponse<String> page = receipt(200, Doors.insured(person));

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body()).contains("异地就医备案回执", "王**").doesNotContain("王测试");
        receipt(200, Doors.ZHENJIANG);
        receipt(404, Doors.NANJING);
        receipt(404, Doors.HOSPITAL);
    }

    private HttpResponse<String> receipt(int status, Caller caller) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1" + path + "/receipt"))
                .header("Authorization", TestTokens.internal(caller))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return response;
        }
    }

    private Answer addScan(byte[] content, String key) {
        String body = "{\"material\":\"SETTLEMENT_FORM\",\"content\":\"%s\"}"
                .formatted(Base64.getEncoder().encodeToString(content));
        return doors.post(Doors.ZHENJIANG, path + "/scans", body, key);
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) size);
        byte[] beginning = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(beginning, 0, content, 0, beginning.length);
        return content;
    }

    /** Every field as text, bytes as they stand. */
    private List<String> stored(String collection) {
        return Flux.from(database.getCollection(collection).find())
                .map(document -> String.join(
                        " ", document.values().stream().map(PapersIT::textOf).toList()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static String textOf(Object value) {
        return value instanceof Binary binary
                ? new String(binary.getData(), StandardCharsets.UTF_8)
                : String.valueOf(value instanceof Document document ? document.toJson() : value);
    }
}
