package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Health and metrics, on the management port only. */
@FilingServiceTest
class ManagementIT {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void isReadyAndTellsStoreAndBrokerApart() throws Exception {
        String readiness = get("/actuator/health/readiness");

        assertThat(readiness).contains("\"status\":\"UP\"", "documentStore", "eventBroker");
    }

    @Test
    void countsWhatItDoes() throws Exception {
        Doors doors = new Doors(port);
        String personId = doors.registerRetiree();
        doors.lodge(Doors.filing(personId, "RETIRED_RESETTLED", "310000", "2019-05-01"), Doors.unique("key"))
                .expect(201);
        doors.get(
                        Doors.SERVICE,
                        "/filing-checks?personId=" + personId
                                + "&careRegion=310000&serviceType=INPATIENT&on=2019-09-10")
                .expect(200);

        assertThat(get("/actuator/prometheus"))
                .contains("crosscare_filings_lodged_total{")
                .contains("crosscare_filing_checks_total{")
                .contains("outcome=\"EFFECTIVE\"")
                .doesNotContain(personId);
    }

    private String get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
