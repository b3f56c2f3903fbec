package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.Doors.Answer;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The comparison with a core system through the door, on real stores. */
@SettlementServiceTest
class ComparisonIT {

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void listsEachDifferenceAndChangesNothing() {
        String person = Doors.person();
        doors.openD01(person);
        LocalDate today = ChinaTime.today(ChinaTime.systemClock());

        Answer equal = compare(today, person, "\"2019/deductible.outpatient\":35000,\"2019/pooled.outpatient\":120000")
                .expect(200);
        Answer differs = compare(today, person, "\"2019/pooled.outpatient\":119999,\"account\":20000")
                .expect(200);
        Answer yesterday =
                compare(today.minusDays(1), person, "\"account\":20000").expect(200);

        assertThat(equal.text("/items/0/state")).isEqualTo("EQUAL");
        assertThat(equal.number("/different")).isZero();
        assertThat(differs.text("/items/0/state")).isEqualTo("DIFFERENT");
        assertThat(differs.body().at("/items/0/differences")).hasSize(2);
        assertThat(differs.text("/items/0/differences/0/counter")).isEqualTo("2019/deductible.outpatient");
        assertThat(differs.number("/items/0/differences/1/core")).isEqualTo(119_999);
        assertThat(differs.number("/items/0/differences/1/chain")).isEqualTo(120_000);
        assertThat(yesterday.number("/items/0/seq")).isZero();
        assertThat(yesterday.number("/items/0/differences/0/chain")).isZero();
        assertThat(doors.get(Doors.ZHENJIANG, "/persons/" + person + "/chain")
                        .body()
                        .get("items"))
                .hasSize(2);
    }

    @Test
    void isForAgenciesAndTheirOwnPersons() {
        LocalDate today = ChinaTime.today(ChinaTime.systemClock());

        assertThat(compare(today, Doors.UNKNOWN_PERSON, "\"account\":1")
                        .expect(200)
                        .text("/items/0/state"))
                .isEqualTo("UNKNOWN");
        doors.post(Doors.ZHONGSHAN, "/accumulator-comparisons", body(today, Doors.person(), "\"account\":1"))
                .expect(403);
        assertThat(compare(today.plusDays(1), Doors.person(), "\"account\":1")
                        .expect(400)
                        .text("/errors/0/field"))
                .isEqualTo("day");
        assertThat(compare(today, Doors.person(), "\"2019/luck\":1").expect(400).text("/errors/0/field"))
                .isEqualTo("persons[0].counters.2019/luck");
    }

    private Answer compare(LocalDate day, String person, String counters) {
        return doors.post(Doors.ZHENJIANG, "/accumulator-comparisons", body(day, person, counters));
    }

    private static String body(LocalDate day, String person, String counters) {
        return "{\"day\":\"%s\",\"persons\":[{\"personId\":\"%s\",\"counters\":{%s}}]}"
                .formatted(day, person, counters);
    }
}
