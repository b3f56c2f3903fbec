package io.crosscare.acceptance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaseItemsTest {

    private static final CaseLine SMALL = new CaseLine(1, "drug B", 100, "B", 1000, null);
    private static final CaseLine LARGE = new CaseLine(2, "drug B", 900, "B", 1000, null);
    private static final CaseLine OTHER = new CaseLine(3, "drug A", 9_000, "A", 0, null);

    @Test
    void takesAReturnForOneOfTheLargestChargeThatIsClassedAlike() {
        CaseLine back = new CaseLine(4, "return of drug B", -50, "B", 1000, null);
        CaseLine stranger = new CaseLine(5, "return of nothing", -50, "C", 0, null);
        List<CaseLine> lines = List.of(SMALL, LARGE, OTHER, back, stranger);

        assertThat(CaseItems.itemOf(lines, back)).isEqualTo(LARGE);
        assertThat(CaseItems.itemOf(lines, stranger)).isEqualTo(stranger);
        assertThat(CaseItems.itemOf(lines, OTHER)).isEqualTo(OTHER);
    }
}
