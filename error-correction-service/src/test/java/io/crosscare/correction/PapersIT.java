package io.crosscare.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.Doors.Answer;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;

/** What people bring to cases, through the doors and the store. */
@CorrectionServiceTest
class PapersIT {

    private static final String IDENTITY = "999999190002300019";
    private static final String CARD = "A87654321";
    private static final String REPORT = """
        {"insuredRegion":"321100","careRegion":"310000","serviceType":"OUTPATIENT","serviceDate":"2026-11-24",
         "reason":"PERSON_UNKNOWN","errorText":"读卡失败 %s\\n错误码 E12","cardSeen":true,"identitySeen":true,
         "cardNumber":"%s","identityNumber":"%s"}\
        """.formatted(IDENTITY, CARD, IDENTITY);
    private static final String PDF = "{\"content\":\"JVBERi0xLjc=\"}";

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
    void opensACaseByHandWithAFileAndShowsItUnmaskedForAReason() {
        String key = Doors.newKey();
        Answer report =
                doors.post(Doors.ZHONGSHAN, "/correction-cases", REPORT, key).expect(201);
        Answer again =
                doors.post(Doors.ZHONGSHAN, "/correction-cases", REPORT, key).expect(200);
        String id = report.text("/caseId");
        doors.post(Doors.ZHONGSHAN, path(id, "attachments"), PDF, Doors.newKey())
                .expect(201);
        Answer masked = doors.get(Doors.ZHENJIANG, path(id, "papers")).expect(200);
        Answer numbers = doors.post(Doors.ZHENJIANG, path(id, "disclosures"), "{\"reason\":\"核对卡号\"}", null)
                .expect(200);
        Answer file = doors.post(
                        Doors.ZHENJIANG, path(id, "disclosures"), "{\"reason\":\"核对截图\",\"attachment\":1}", null)
                .expect(200);
        Answer trail = doors.get(Doors.ZHONGSHAN, path(id, "papers")).expect(200);

        assertThat(again.isReplay()).isTrue();
        assertThat(report.text("/reportId")).isNotBlank().isNotEqualTo(id);
        assertThat(report.body().has("id")).isFalse();
        assertThat(again.raw()).isEqualTo(report.raw());
        assertThat(report.raw()).doesNotContain(IDENTITY, CARD);
        Answer one = doors.get(Doors.ZHONGSHAN, "/correction-cases/" + id).expect(200);
        assertThat(one.text("/state")).isEqualTo("OPEN");
        assertThat(one.text("/message")).isEqualTo("医院登记：读卡失败 ***");
        assertThat(one.text("/handling/level")).isEqualTo("HOSPITAL");
        assertThat(masked.text("/reports/0/identityNumber")).isEqualTo("9999**********0019");
        assertThat(masked.text("/attachments/0/mediaType")).isEqualTo("application/pdf");
        assertThat(masked.raw()).doesNotContain(IDENTITY, CARD, "JVBERi0xLjc=");
        assertThat(numbers.text("/numbers/0/identityNumber")).isEqualTo(IDENTITY);
        assertThat(numbers.text("/numbers/0/cardNumber")).isEqualTo(CARD);
        assertThat(numbers.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(file.text("/content")).isEqualTo("JVBERi0xLjc=");
        assertThat(trail.body().at("/disclosures")).hasSize(2);
        assertThat(trail.text("/disclosures/1/reason")).isEqualTo("核对卡号");
        assertThat(trail.text("/disclosures/1/organisation")).isEqualTo("321100");
        assertThat(storedText()).doesNotContain(IDENTITY, CARD, "JVBERi0xLjc=");
    }

    @Test
    void isForHospitalsToOpenAndForBothSidesToSee() {
        String id = doors.post(Doors.ZHONGSHAN, "/correction-cases", REPORT, Doors.newKey())
                .expect(201)
                .text("/caseId");
        for (Caller caller : List.of(
                Doors.ZHENJIANG, Doors.OPERATOR, Doors.PLATFORM, Doors.SERVICE, Doors.insured(Doors.newPerson()))) {
            doors.post(caller, "/correction-cases", REPORT, Doors.newKey()).expect(403);
        }
        for (Caller stranger : List.of(Doors.OTHER_HOSPITAL, Doors.NANJING)) {
            doors.get(stranger, path(id, "papers")).expect(404);
            doors.post(stranger, path(id, "attachments"), PDF, Doors.newKey()).expect(404);
            doors.post(stranger, path(id, "disclosures"), "{\"reason\":\"偷看\"}", null)
                    .expect(404);
        }
        for (Caller nobody : List.of(Doors.OPERATOR, Doors.PLATFORM, Doors.SERVICE)) {
            doors.get(nobody, path(id, "papers")).expect(403);
            doors.post(nobody, path(id, "attachments"), PDF, Doors.newKey()).expect(403);
            doors.post(nobody, path(id, "disclosures"), "{\"reason\":\"偷看\"}", null)
                    .expect(403);
        }
        doors.get(Doors.SHANGHAI, path(id, "papers")).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "careRegion, careRegion, required",
        "insuredRegion, insuredRegion, required",
        "serviceType, serviceType, required",
        "serviceDate, serviceDate, required",
        "errorText, errorText, required",
        "cardSeen, cardSeen, required",
    })
    void namesWhatIsMissing(String without, String field, String rule) {
        String body = REPORT.replaceAll("\"" + without + "\":(\"[^\"]*\"|true),?", "");

        assertRefused(doors.post(Doors.ZHONGSHAN, "/correction-cases", body, Doors.newKey()), field, rule);
    }

    @Test
    void namesTheFieldAndTheRule() {
        assertRefused(reported("\"visitId\":\"v1\""), "visitId", "visit-id");
        assertRefused(reported("\"personId\":\"p1\""), "personId", "person-id");
        assertRefused(reported("\"batch\":\"一\""), "batch", "batch");
        assertRefused(reportedFor("320100"), "careRegion", "own-region");
        assertRefused(reportedFor("310101"), "careRegion", "own-region");
        assertRefused(reported("\"organisation\":\"H31000000002\""), "organisation", "unknown-field");
        String id = doors.post(Doors.ZHONGSHAN, "/correction-cases", REPORT, Doors.newKey())
                .expect(201)
                .text("/caseId");
        assertRefused(attached(id, "{}"), "content", "required");
        assertRefused(attached(id, "{\"content\":\"%%%\"}"), "content", "base64");
        assertRefused(attached(id, "{\"content\":\"aGVsbG8gd29ybGQ=\"}"), "content", "kind");
        assertRefused(doors.post(Doors.ZHONGSHAN, path(id, "disclosures"), "{}", null), "reason", "required");
        assertRefused(
                doors.post(Doors.ZHONGSHAN, path(id, "disclosures"), "{\"reason\":\"一\",\"attachment\":11}", null),
                "attachment",
                "range");
        doors.post(Doors.ZHONGSHAN, path(id, "disclosures"), "{\"reason\":\"一\",\"attachment\":9}", null)
                .expect(404);
    }

    private Answer reported(String more) {
        return doors.post(
                Doors.ZHONGSHAN, "/correction-cases", REPORT.replaceFirst("\\{", "{" + more + ","), Doors.newKey());
    }

    private Answer reportedFor(String careRegion) {
        String body = REPORT.replace("\"careRegion\":\"310000\"", "\"careRegion\":\"" + careRegion + "\"");
        assertThat(body).isNotEqualTo(REPORT);
        return doors.post(Doors.ZHONGSHAN, "/correction-cases", body, Doors.newKey());
    }

    private Answer attached(String id, String body) {
        return doors.post(Doors.ZHONGSHAN, path(id, "attachments"), body, Doors.newKey());
    }

    private static void assertRefused(Answer answer, String field, String rule) {
        answer.expect(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/rule")).isEqualTo(rule);
    }

    private static String path(String id, String door) {
        return "/correction-cases/" + id + "/" + door;
    }

    private String storedText() {
        return Flux.just("cases", "case_reports", "case_attachments", "case_attachment_contents", "case_disclosures")
                .concatMap(name -> Flux.from(database.getCollection(name).find()))
                .map(Document::toJson)
                .collectList()
                .blockOptional()
                .orElseThrow()
                .toString();
    }
}
