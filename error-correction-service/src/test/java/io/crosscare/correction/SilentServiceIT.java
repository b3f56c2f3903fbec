package io.crosscare.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.correction.Doors.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A service that gave no answer is one case, whichever hospitals it stopped; each of them sees it and its own patients. */
@CorrectionServiceTest
class SilentServiceIT {

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void isOneCaseForAllWhomItStoppedAndShowsNobodyAnothersPatients() {
        String here = Doors.newPerson();
        String there = Doors.newPerson();
        Told.tell(Told.filingDown(here, 1, "2026-11-24T01:02:00Z", "H31000000001"));
        Told.tell(Told.filingDown(here, 1, "2026-11-24T01:02:00Z", "H31000000001"));
        Told.tell(Told.filingDown(there, 1, "2026-11-24T01:03:00Z", "H31000000002"));

        Answer mine = doors.awaitCase(here, one -> one.body().has("group"));
        Answer theirs = doors.awaitCase(there, one -> one.body().has("group"));
        String common = "/correction-cases/" + mine.text("/group");

        assertThat(theirs.text("/group")).isEqualTo(mine.text("/group"));
        assertThat(mine.text("/cause")).isEqualTo("NEIGHBOUR_DOWN");
        assertThat(mine.text("/diagnosis/responsible/kind")).isEqualTo("OPERATOR");
        for (var hospital : List.of(Doors.ZHONGSHAN, Doors.OTHER_HOSPITAL)) {
            Answer seen = Doors.await(() -> doors.get(hospital, common), answer -> answer.status() == 200);
            assertThat(seen.text("/peer")).isEqualTo("filing");
            assertThat(seen.number("/outage/patients")).isPositive();
            assertThat(seen.text("/handling/office")).isEqualTo("320000");
            assertThat(seen.body().has("institutionCode")).isFalse();
            assertThat(seen.body().toString()).doesNotContain(here, there, "H3100000000");
            assertThat(listed(doors.get(hospital, "/correction-cases?limit=200"), mine.text("/group")))
                    .isPresent();
            assertThat(doors.post(hospital, common + "/comments", "{\"text\":\"何时恢复？\"}", Doors.newKey())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(listed(doors.get(Doors.OTHER_HOSPITAL, common + "/patients?limit=200"), mine.text("/id")))
                .isEmpty();
        assertThat(listed(doors.get(Doors.OTHER_HOSPITAL, common + "/patients?limit=200"), theirs.text("/id")))
                .isPresent();
        assertThat(doors.get(Doors.hospital("H31000000003"), common).status()).isEqualTo(404);
    }

    private static Optional<JsonNode> listed(Answer list, String id) {
        return StreamSupport.stream(list.body().at("/items").spliterator(), false)
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst();
    }
}
