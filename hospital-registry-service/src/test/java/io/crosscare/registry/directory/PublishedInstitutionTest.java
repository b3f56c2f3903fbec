package io.crosscare.registry.directory;

import static io.crosscare.registry.model.Institutions.announced;
import static io.crosscare.registry.model.Institutions.suspension;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.Outage;
import io.crosscare.registry.model.Versioned;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PublishedInstitutionTest {

    private static final JsonMapper JSON = StrictJson.tolerant();
    private static final Outage MAINTENANCE = new Outage(
            Instant.parse("2019-09-20T14:00:00Z"),
            Instant.parse("2019-09-20T18:00:00Z"),
            "医保系统停机维护",
            "The insurance system stands still for maintenance");
    private static final Institution HOSPITAL = announced(
            "江苏大学附属医院",
            List.of(suspension("2019-09-01", "2019-09-10", "系统改造"), suspension("2019-12-01", null, "协议中止")),
            List.of(MAINTENANCE));

    @Test
    void tellsOfSuspensionsAndOutagesAsTheContractSays() {
        ObjectNode published = JSON.valueToTree(
                PublishedInstitution.of(new Versioned<>(HOSPITAL, 3), Instant.parse("2019-09-05T00:00:00Z")));
        // The contract shows one of its three marks.
        ArrayNode marks = published.withArrayProperty("capabilities");
        while (marks.size() > 1) {
            marks.remove(1);
        }

        assertThat(JSON.readTree(published.toString()))
                .isEqualTo(JSON.readTree(EventContract.text("registry.institution.v1-suspended")));
    }

    @ParameterizedTest(name = "{0}: {1}, outage told: {2}")
    @CsvSource(textBlock = """
        2019-08-31T15:59:59Z, OPEN,      true
        2019-08-31T16:00:00Z, SUSPENDED, true
        2019-09-10T15:59:59Z, SUSPENDED, true
        2019-09-10T16:00:00Z, OPEN,      true
        2019-09-20T17:59:59Z, OPEN,      true
        2019-09-20T18:00:00Z, OPEN,      false
        2019-11-30T16:00:00Z, SUSPENDED, false
        """)
    void isOfTheDayInChinaOnWhichItIsSeen(Instant now, String status, boolean isOutageTold) {
        PublishedInstitution published = PublishedInstitution.of(new Versioned<>(HOSPITAL, 3), now);

        assertThat(published.status()).isEqualTo(status);
        assertThat(published.outages() != null).isEqualTo(isOutageTold);
    }
}
