package io.crosscare.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @Test
    void readsSegmentsAndLeavesTheQuery() {
        assertThat(RequestPath.parse("/api/v1/filings?state=EFFECTIVE&x=/../y"))
                .hasValueSatisfying(path -> assertThat(path.segments()).containsExactly("api", "v1", "filings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p7:0000000003", "p7%3A0000000003", "p7%3a0000000003"})
    void readsSettlementIdsWithTheirColonEscapedOrNot(String id) {
        assertThat(RequestPath.parse("/settlements/" + id))
                .hasValueSatisfying(
                        path -> assertThat(path.segments()).containsExactly("settlements", "p7:0000000003"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "/",
                "//evil",
                "/api//v1",
                "/api/v1/",
                "/api/v1/filings/",
                "/api/../v1/filings",
                "/api/./v1",
                "/..;/actuator",
                "/api/v1/filings;x=1",
                "/;/actuator",
                "/%61ctuator",
                "/api/v1/%2e%2e/actuator",
                "/api/v1/filings%2Ff1",
                "/api/v1/filings%252Ff1",
                "/api/v1\\filings",
                "/api/v1/filings/f1%00",
                "/api/v1/filings/中",
                "/api/v1/.hidden",
                "/api/v1/filings/%3A",
                "http://evil.example/api/v1/filings",
                "evil.example:80",
                "/1/2/3/4/5/6/7/8/9"
            })
    void refusesEverythingElse(String target) {
        assertThat(RequestPath.parse(target)).isEmpty();
    }

    @Test
    void refusesSegmentsThatAreTooLong() {
        assertThat(RequestPath.parse("/" + "a".repeat(128))).isPresent();
        assertThat(RequestPath.parse("/" + "a".repeat(129))).isEmpty();
    }
}
