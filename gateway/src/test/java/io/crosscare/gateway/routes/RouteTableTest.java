package io.crosscare.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private static final RouteTable TABLE = RouteTable.ofTheSuite();
    private static final List<Door> DOORS = TABLE.doors();

    @ParameterizedTest
    @FieldSource("DOORS")
    void findsEveryDoorByItsOwnMethodAndPath(Door door) {
        assertThat(match(door.method().name(), door.pattern().replaceAll("\\{\\w+}", "x1")))
                .isEqualTo(new Match.Found(door));
    }

    @Test
    void namesEveryDoorOnce() {
        Set<String> names = DOORS.stream().map(Door::id).collect(Collectors.toSet());

        assertThat(names).hasSameSizeAs(DOORS);
    }

    @Test
    void takesTheLiteralPathBeforeAnId() {
        assertThat(match("POST", "/api/v1/insured-persons/lookups"))
                .isInstanceOfSatisfying(Match.Found.class, found -> {
                    assertThat(found.door().id()).isEqualTo("POST /insured-persons/lookups");
                });
    }

    @Test
    void answersHeadWhereItAnswersGet() {
        assertThat(match("HEAD", "/api/v1/agencies")).isEqualTo(match("GET", "/api/v1/agencies"));
        assertThat(match("HEAD", "/api/v1/reversals")).isInstanceOf(Match.OtherMethods.class);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,/api/v1/filings,GET POST",
        "PUT,/api/v1/visits,GET POST",
        "POST,/api/v1/visits/v1/fee-lines,PUT",
        "OPTIONS,/api/v1/agencies,GET",
        "TRACE,/api/v1/agencies,GET",
        "get,/api/v1/agencies,GET"
    })
    void saysWhichMethodsAPathHas(String method, String path, String allowed) {
        assertThat(match(method, path)).isInstanceOfSatisfying(Match.OtherMethods.class, other -> {
            assertThat(other.allowed()).extracting(Door.Method::name).containsExactly(allowed.split(" "));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/api/v1",
                "/api/v2/filings",
                "/api/v1/filing",
                "/filings",
                "/api/v1/actuator/env"
            })
    void knowsNothingElse(String path) {
        assertThat(match("GET", path)).isEqualTo(new Match.Nothing());
    }

    private static Match match(String method, String path) {
        return TABLE.match(method, RequestPath.parse(path).orElseThrow());
    }
}
