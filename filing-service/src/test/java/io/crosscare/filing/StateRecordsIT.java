package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.filing.Doors.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** All persons and filings, told to the services that keep copies. */
@FilingServiceTest
class StateRecordsIT {

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void tellsEveryRecordInPagesAndInTheFormOfItsEvents() {
        String one = doors.registerRetiree();
        String other = doors.registerRetiree();

        List<JsonNode> all = pages("filing.insured-person.v1", 7);

        assertThat(all)
                .extracting(record -> record.at("/id").asString())
                .contains(one, other)
                .isSorted();
        assertThat(all)
                .filteredOn(record -> record.at("/id").asString().equals(one))
                .singleElement()
                .satisfies(record ->
                        assertThat(record.at("/body/personId").asString()).isEqualTo(one))
                .satisfies(record -> assertThat(record.at("/body/cards/0").propertyNames())
                        .containsExactly("kind", "issuedBy", "state"));
    }

    @Test
    void tellsOneFiling() {
        String person = doors.registerRetiree();
        String filing = doors.lodge(
                        Doors.filing(person, "RETIRED_RESETTLED", "310000", "2019-05-01"), Doors.unique("key"))
                .expect(201)
                .text("/id");

        Answer record = doors.get(Doors.SERVICE, "/state-records/filing.filing.v1/" + filing)
                .expect(200);

        assertThat(record.text("/body/careRegion")).isEqualTo("310000");
        assertThat(record.body().at("/version").asLong()).isEqualTo(1);
        doors.get(Doors.SERVICE, "/state-records/filing.filing.v1/f" + "z".repeat(26))
                .expect(404);
        doors.get(Doors.SERVICE, "/state-records/filing.person.v1?limit=1").expect(404);
    }

    @Test
    void tellsServicesAlone() {
        doors.get(Doors.ZHENJIANG, "/state-records/filing.filing.v1?limit=1").expect(403);
        doors.get(Doors.SERVICE, "/state-records/filing.filing.v1?limit=1001").expect(400);
    }

    private List<JsonNode> pages(String topic, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = doors.get(Doors.SERVICE, "/state-records/" + topic + "?limit=" + limit + cursor)
                    .expect(200)
                    .body();
            page.at("/items").forEach(all::add);
            JsonNode next = page.at("/nextCursor");
            cursor = next.isMissingNode() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return all;
    }
}
