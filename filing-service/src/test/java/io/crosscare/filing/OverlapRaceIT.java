package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.filing.Doors.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Two requests in the same instant, each of which leaves no room for the other: one of them is refused, every time. */
@FilingServiceTest
class OverlapRaceIT {

    private static final int ROUNDS = 60;
    private static final String LONGER = "{\"effectiveTo\":\"2020-03-31\",\"reason\":\"延长\"}";

    @LocalServerPort
    private int port;

    private Doors doors = new Doors(0);

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void neverLetsALodgingAndAnExtensionBothSpeakForADay() throws Exception {
        String person = doors.registerRetiree();
        int extended = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // a district of its own each round: at one place the filings of earlier rounds would be in the way
            String place = "%d%02d00".formatted(33 + round / 20, round % 20 + 1);
            String filing =
                    lodge(person, place, "2019-06-01", "2019-08-31").expect(201).text("/id");

            List<Answer> answers = atOnce(
                    () -> doors.post(Doors.ZHENJIANG, "/filings/" + filing + "/changes", LONGER, Doors.unique("key")),
                    () -> lodge(person, place, "2020-01-01", "2020-06-30"));

            assertThat(answers).extracting(Answer::status).as("round %d", round).containsExactlyInAnyOrder(201, 409);
            extended += answers.getFirst().status() == 201 ? 1 : 0;
            assertThat(thoseIn2020(person, place)).hasSize(1);
        }
        assertThat(extended).as("rounds in which the extension was faster").isBetween(1, ROUNDS - 1);
    }

    private Answer lodge(String person, String place, String from, String to) {
        String body = Doors.filing(person, "TRANSFER", place, from)
                .replace("\"effectiveTo\":null", "\"effectiveTo\":\"" + to + "\"");
        return doors.lodge(body, Doors.unique("key"));
    }

    private List<String> thoseIn2020(String person, String place) {
        List<String> ids = new ArrayList<>();
        JsonNode page = doors.get(Doors.ZHENJIANG, "/filings?personId=" + person + "&careRegion=" + place)
                .expect(200)
                .body();
        for (JsonNode filing : page.at("/items")) {
            if (filing.at("/effectiveTo").asString().startsWith("2020")) {
                ids.add(filing.at("/id").asString());
            }
        }
        return ids;
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = threads.invokeAll(List.of(one, other));
            return List.of(answers.getFirst().get(), answers.getLast().get());
        }
    }
}
