package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestTokens;
import io.crosscare.settlement.Doors.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Catalogues through their doors: published whole or not at all, listed, looked up, downloaded. */
@SettlementServiceTest
class CatalogueDoorsIT {

    private static final String CSV = "text/csv;charset=UTF-8";

    private static final String REGION = "321100";

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void publishesAVersionAndTellsOfIt() throws Exception {
        String document = document(2_901, rows(3));

        Answer published = publish(document, Doors.unique("catalogue")).expect(201);

        String hash = published.text("/hash");
        assertThat(hash).isEqualTo(sha256(document));
        assertThat(published.number("/rows")).isEqualTo(3);
        assertThat(published.text("/mark")).isEqualTo("assumed");
        assertThat(published.text("/publishedBy")).isEqualTo("agency-zhenjiang");
        Answer told = doors.get(Doors.ZHONGSHAN, "/catalogues/" + hash).expect(200);
        assertThat(told.text("/title/zh")).isEqualTo("镇江医保目录（试）");
        assertThat(told.text("/effectiveFrom")).isEqualTo("2901-01-01");
        assertThat(hashes("?region=" + REGION + "&on=2901-06-01")).containsExactly(hash);
        assertThat(hashes("?region=321181&on=2901-06-01")).containsExactly(hash);
        assertThat(hashes("?region=" + REGION)).contains(hash);
        assertThat(doors.get(Doors.ZHENJIANG, "/catalogue-imports/" + published.text("/importId"))
                        .expect(200)
                        .text("/state"))
                .isEqualTo("PUBLISHED");
    }

    @Test
    void answersTheSameKeyWithTheSameVersionAndRefusesItForAnother() {
        String key = Doors.unique("catalogue");
        String document = document(2_902, rows(2));
        String hash = publish(document, key).expect(201).text("/hash");

        Answer again = publish(document, key).expect(200);

        assertThat(again.isReplay()).isTrue();
        assertThat(again.text("/hash")).isEqualTo(hash);
        assertThat(publish(document(2_902, rows(3)), key).expect(409).text("/type"))
                .endsWith("idempotency-conflict");
        assertThat(publish(document, Doors.unique("catalogue")).expect(200).isReplay())
                .isFalse();
        assertThat(hashes("?region=" + REGION + "&on=2902-06-01")).containsExactly(hash);
    }

    @Test
    void refusesAFlawedOneWholeAndTellsEachFlaw() {
        String key = Doors.unique("catalogue");
        String flawed =
                document(2_903, rows(3) + "D9,片剂,PILL,A,,,,,,,\nD1,片剂,DRUG,A,,,,,,,\nD8,片剂,DRUG,B,10001,0,0,,,,\n");

        Answer refused = publish(flawed, key).expect(400);

        assertThat(refused.text("/type")).endsWith("invalid-request");
        assertThat(refused.number("/flawCount")).isEqualTo(3);
        assertThat(refused.body().at("/flaws").valueStream())
                .extracting(
                        flaw -> flaw.path("line").asInt(),
                        flaw -> flaw.path("column").asString(),
                        flaw -> flaw.path("rule").asString())
                .containsExactly(
                        tuple(11, "kind", "one-of"),
                        tuple(12, "code", "repeated"),
                        tuple(13, "upfront_bp_employee", "basis-points"));
        assertThat(refused.text("/errors/0/field")).isEqualTo("lines[11].kind");
        String attempt = refused.text("/importId");
        assertThat(doors.get(Doors.ZHENJIANG, "/catalogue-imports/" + attempt)
                        .expect(200)
                        .text("/state"))
                .isEqualTo("REFUSED");
        assertThat(doors.get(Doors.ZHENJIANG, "/catalogue-imports/" + attempt + "/errors", "text/csv")
                        .expect(200)
                        .raw()
                        .lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("12,code,repeated,"));
        assertThat(hashes("?region=" + REGION + "&on=2903-06-01")).doesNotContainAnyElementsOf(List.of(sha256(flawed)));
        publish(document(2_903, rows(3)), key).expect(201);
    }

    @Test
    void refusesWhoMayNotPublishAndWhatIsNoCatalogue() {
        String document = document(2_904, rows(2));
        String key = Doors.unique("catalogue");

        Answer foreign = publishAs(Doors.NANJING, document, key, CSV).expect(403);
        assertThat(doors.get(Doors.NANJING, "/catalogue-imports/" + foreign.text("/importId") + "/errors", "text/csv")
                        .expect(200)
                        .raw())
                .contains("region,own-region");
        publishAs(Doors.ZHONGSHAN, document, key, CSV).expect(403);
        publishAs(Doors.OPERATOR, document, key, CSV).expect(403);
        assertThat(publishAs(Doors.ZHENJIANG, document, "", CSV).expect(400).text("/type"))
                .endsWith("idempotency-key-required");
        assertThat(publishAs(Doors.ZHENJIANG, document, key, "text/csv;charset=GBK")
                        .expect(415)
                        .text("/type"))
                .endsWith("unsupported-media-type");
        assertThat(publishAs(Doors.ZHENJIANG, "", key, CSV).expect(400).text("/type"))
                .endsWith("invalid-request");
        doors.get(Doors.ZHENJIANG, "/catalogues/" + "0".repeat(64)).expect(404);
        doors.get(Doors.ZHENJIANG, "/catalogues/" + "0".repeat(64) + "/items").expect(404);
        doors.get(Doors.ZHENJIANG, "/catalogues/" + "0".repeat(64) + "/document", "text/csv")
                .expect(404);
        doors.get(Doors.ZHENJIANG, "/catalogue-imports/none").expect(404);
        doors.get(Doors.ZHENJIANG, "/catalogue-imports/c" + "a".repeat(26)).expect(404);
        doors.get(Doors.ZHONGSHAN, "/catalogue-imports").expect(403);
        doors.get(Doors.ZHENJIANG, "/catalogues?on=today").expect(400);
        doors.get(Doors.ZHENJIANG, "/catalogues?cursor=none").expect(400);
        publishAs(Doors.ZHENJIANG, document, key, "application/json").expect(415);
    }

    @Test
    void showsAnAttemptToItsOwnAgencyAlone() {
        String attempt = publish(document(2_905, rows(1)), Doors.unique("catalogue"))
                .expect(201)
                .text("/importId");

        doors.get(Doors.NANJING, "/catalogue-imports/" + attempt).expect(404);
        assertThat(doors.get(Doors.ZHENJIANG, "/catalogue-imports?limit=1")
                        .expect(200)
                        .text("/items/0/id"))
                .isEqualTo(attempt);
    }

    @Test
    void findsItemsByNameCodeAndClassPageByPage() {
        String hash = publish(document(2_906, rows(120)), Doors.unique("catalogue"))
                .expect(201)
                .text("/hash");

        JsonNode first = items(hash, "?limit=100");
        JsonNode second =
                items(hash, "?limit=100&cursor=" + first.at("/nextCursor").asString());

        assertThat(first.at("/items").size()).isEqualTo(100);
        assertThat(second.at("/items").size()).isEqualTo(20);
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(items(hash, "?code=D119").at("/items/0/unitLimits/L3").asString())
                .isEqualTo("12.345678");
        assertThat(items(hash, "?class=B&limit=200").at("/items").size()).isEqualTo(60);
        assertThat(items(hash, "?name=%E7%89%87%E5%89%82%20117").at("/items").size())
                .isEqualTo(1);
    }

    @Test
    void takesAHundredThousandRowsAndGivesThemBackWordForWord() throws Exception {
        String document = document(2_907, rows(100_000));

        long began = System.nanoTime();
        Answer published = publish(document, Doors.unique("catalogue")).expect(201);
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        String hash = published.text("/hash");
        assertThat(published.number("/rows")).isEqualTo(100_000);
        assertThat(took).isLessThan(Duration.ofSeconds(20));
        System.out.printf("100,000 rows, %d kB, published in %d ms%n", document.length() / 1024, took.toMillis());
        HttpResponse<String> downloaded = download(hash, "");
        assertThat(downloaded.body()).isEqualTo(document);
        assertThat(downloaded.headers().firstValue("ETag")).hasValue('"' + hash + '"');
        assertThat(download(hash, '"' + hash + '"').statusCode()).isEqualTo(304);
        assertThat(items(hash, "?code=D099999").at("/items").size()).isEqualTo(1);
    }

    @Test
    void keepsEveryFlawOfALargeFile() {
        String flawed = document(2_908, "D,片剂,DRUG,A,,,,,,\n".repeat(50_000));

        Answer refused = publish(flawed, Doors.unique("catalogue")).expect(400);

        assertThat(refused.body().at("/errors").size()).isEqualTo(100);
        assertThat(refused.number("/flawCount")).isEqualTo(99_999);
        assertThat(doors.get(Doors.ZHENJIANG, "/catalogue-imports/" + refused.text("/importId") + "/errors", "text/csv")
                        .expect(200)
                        .raw()
                        .lines())
                .hasSize(100_000);
    }

    private Answer publish(String document, String key) {
        return publishAs(Doors.ZHENJIANG, document, key, CSV);
    }

    private Answer publishAs(Caller caller, String document, String key, String contentType) {
        return doors.postFile(caller, "/catalogues", document, contentType, key);
    }

    private HttpResponse<String> download(String hash, String known) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/catalogues/" + hash + "/document"))
                .header("Authorization", TestTokens.internal(Doors.ZHONGSHAN));
        if (!known.isEmpty()) {
            request.header("If-None-Match", known);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private JsonNode items(String hash, String query) {
        return doors.get(Doors.ZHONGSHAN, "/catalogues/" + hash + "/items" + query)
                .expect(200)
                .body();
    }

    private List<String> hashes(String query) {
        return doors.get(Doors.ZHONGSHAN, "/catalogues" + query + "&limit=200")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.path("hash").asString())
                .toList();
    }

    /** Far in the future, so that no settlement of another test meets it. */
    private static String document(int year, String rows) {
        return """
            # region: 321100
            # title-zh: 镇江医保目录（试）
            # title-en: Zhenjiang catalogue (test)
            # effective-from: %d-01-01
            # confidence: assumed
            # source: 试
            code,name,kind,class,upfront_bp_employee,upfront_bp_resident,upfront_bp_special,limit_l1,limit_l2,limit_l3,limit_line
            """.formatted(year) + rows;
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String code = count < 1_000 ? "D" + i : "D%06d".formatted(i);
            rows.append(code).append(",片剂 ").append(i).append(" 10mg×100,DRUG,");
            rows.append(i % 2 == 0 ? "A,,,,,,,\n" : "B,1000,1500,0,10,11,12.345678,\n");
        }
        return rows.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
