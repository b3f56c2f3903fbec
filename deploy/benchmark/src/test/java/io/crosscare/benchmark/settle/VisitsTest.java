package io.crosscare.benchmark.settle;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.benchmark.load.Papers;
import io.crosscare.local.person.FictionalPerson;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VisitsTest {

    private static final List<String> PERSONS = List.of("p1", "p2", "p3", "p4", "p5");
    private static final List<String> HOSPITALS = List.of("h1", "h2", "h3");

    @Test
    void takesTurnsAmongPersonsAndHospitals() {
        Visits visits = new Visits("run", PERSONS, HOSPITALS, 3, 1);
        Set<String> persons = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        Set<String> numbers = new HashSet<>();

        for (int i = 0; i < 15; i++) {
            Visits.Plan plan = visits.next();
            pairs.add(plan.personId() + plan.hospital());
            numbers.add(plan.number());
            if (i < 5) {
                persons.add(plan.personId());
            }
        }

        assertThat(persons).as("nobody comes twice before everybody has come").hasSize(5);
        assertThat(pairs).hasSize(15);
        assertThat(numbers).hasSize(15);
    }

    @Test
    void repeatsItselfByItsSeed() {
        Visits one = new Visits("run", PERSONS, HOSPITALS, 3, 7);
        Visits same = new Visits("run", PERSONS, HOSPITALS, 3, 7);
        Visits other = new Visits("run", PERSONS, HOSPITALS, 3, 8);

        Visits.Plan first = one.next();

        assertThat(same.next()).isEqualTo(first);
        assertThat(other.next().lines()).isNotEqualTo(first.lines());
    }

    @Test
    void writesLinesWhosePriceIsTheirAmount() {
        String bill = FeeLines.bills(1, 12, new Random(1)).getFirst();
        JsonNode lines = JsonMapper.shared().readTree(bill).path("lines");

        assertThat(lines.size()).isEqualTo(12);
        Set<Integer> numbers = new HashSet<>();
        for (JsonNode line : lines) {
            numbers.add(line.path("lineNumber").asInt());
            long fen = line.path("amountFen").asLong();
            assertThat(line.path("unitPrice").asString()).isEqualTo("%d.%02d".formatted(fen / 100, fen % 100));
            assertThat(line.path("batch").asString()).isEqualTo(FeeLines.BATCH);
        }
        assertThat(numbers).hasSize(12);
    }

    @Test
    void writesPapersOfNobody() {
        JsonNode papers = JsonMapper.shared().readTree(Papers.ofSomebodyNew("321100", new Random(1)));
        String identity = papers.path("identityNumber").asString();

        assertThat(identity).hasSize(18).startsWith("999999");
        assertThat(identity.charAt(17)).isEqualTo(FictionalPerson.checkDigitOf(identity.substring(0, 17)));
        assertThat(FictionalPerson.checkDigitOf("11010519491231002"))
                .as("the example of GB 11643")
                .isEqualTo('X');
    }
}
