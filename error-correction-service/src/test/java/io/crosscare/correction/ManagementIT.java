package io.crosscare.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.correction.Doors.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;

/** What operations see, and what nobody may: metrics of bounded size, and personal data nowhere. */
@CorrectionServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ManagementIT {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private MongoDatabase database;

    private final String person = Doors.newPerson();
    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void countsOpenCasesByReasonAndFoldsReasonsItDoesNotKnow() {
        Told.tell(
                Told.voided(person, 1, "2026-11-24T01:01:00Z"),
                Told.refusal(person, 1, "2026-11-24T01:02:00Z", Map.of("reason", "CARD_NOT_ACTIVE")),
                Told.refusal(person, 2, "2026-11-24T01:02:00Z", Map.of("reason", "INVENTED_A")),
                Told.refusal(person, 3, "2026-11-24T01:02:00Z", Map.of("reason", "INVENTED_B")));

        Answer metrics = Doors.await(
                this::metrics,
                answer -> answer.raw().contains("reason=\"OTHER\"")
                        && answer.raw().contains("crosscare_chain_entries_total")
                        && answer.raw()
                                .contains(
                                        "crosscare_cases_open{application=\"correction\",reason=\"CARD_NOT_ACTIVE\"}"));

        assertThat(metrics.raw())
                .contains("crosscare_cases_opened_total{application=\"correction\",reason=\"CARD_NOT_ACTIVE\"}")
                .contains("crosscare_refusals_received_total")
                .contains("crosscare_chain_entries_total")
                .doesNotContain("INVENTED_")
                .doesNotContain(person);
    }

    @Test
    void leavesNoPersonalDataInStoreLogsMetricsEventsOrAnswers(CapturedOutput output) {
        Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"));
        String id = doors.awaitCase(person, Doors::isOpen).text("/id");
        String key = "999999190002300019-key";
        doors.post(
                        Doors.ZHONGSHAN,
                        "/correction-cases/" + id + "/comments",
                        "{\"text\":\"患者 999999190002300019，卡 A87654321，手机 139-1111-2222，座机(0511)88887777\"}",
                        key)
                .expect(201);
        doors.post(
                        Doors.ZHONGSHAN,
                        "/correction-cases/" + id + "/comments",
                        "{\"text\":\"999999190002300019\",\"other\":\"A87654321\"}",
                        Doors.newKey())
                .expect(400);
        doors.get(Doors.ZHENJIANG, "/correction-cases?personId=999999190002300019")
                .expect(400);

        String stored = Flux.just("cases", "scope_entries", "settlement_heads")
                .concatMap(name -> database.getCollection(name).find())
                .map(Document::toJson)
                .collectList()
                .blockOptional()
                .orElseThrow()
                .toString();
        String answered = doors.get(Doors.ZHENJIANG, "/correction-cases/" + id).raw();
        Doors.await(this::metrics, _ -> Told.published(Told.CASES, id).size() >= 2);
        String published = Told.published(Told.CASES, id).toString();

        for (String planted : List.of("999999190002300019", "A87654321", "139-1111-2222", "13911112222", "88887777")) {
            assertThat(stored).doesNotContain(planted);
            assertThat(answered).doesNotContain(planted);
            assertThat(published).doesNotContain(planted);
            assertThat(output.getAll()).doesNotContain(planted);
            assertThat(metrics().raw()).doesNotContain(planted);
        }
        assertThat(answered).contains("患者 ***，卡 ***，手机 ***，座机***");
        assertThat(published).doesNotContain("患者");
    }

    private Answer metrics() {
        try {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
