package io.crosscare.settlement.benefit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogueItemTest {

    private static final long YUAN = 1_000_000;

    @Test
    void limitsByUnitAndLevel() {
        CatalogueItem bed = item(Map.of(InstitutionLevel.L3, 50 * YUAN, InstitutionLevel.L1, 30 * YUAN), null);

        assertThat(bed.limitFor(line(70_000), InstitutionLevel.L3)).isEqualTo(Money.ofFen(35_000));
        assertThat(bed.limitFor(line(70_000), InstitutionLevel.L1)).isEqualTo(Money.ofFen(21_000));
        assertThat(bed.limitFor(line(70_000), InstitutionLevel.L2)).isNull();
    }

    @Test
    void roundsALimitHalfUpToTheFen() {
        CatalogueItem item = item(Map.of(InstitutionLevel.L3, 10_050L), null);

        // 0.5 units at 0.01005 yuan are 0.5025 fen, 0.4 units 0.402 fen.
        assertThat(item.limitFor(line(5_000), InstitutionLevel.L3)).isEqualTo(Money.ofFen(1));
        assertThat(item.limitFor(line(4_000), InstitutionLevel.L3)).isEqualTo(Money.ZERO);
    }

    @Test
    void takesTheLowerOfLineAndUnitLimit() {
        CatalogueItem item = item(Map.of(InstitutionLevel.L3, 50 * YUAN), Money.ofFen(12_000));

        assertThat(item.limitFor(line(20_000), InstitutionLevel.L3)).isEqualTo(Money.ofFen(10_000));
        assertThat(item.limitFor(line(30_000), InstitutionLevel.L3)).isEqualTo(Money.ofFen(12_000));
        assertThat(item.limitFor(line(30_000), InstitutionLevel.L2)).isEqualTo(Money.ofFen(12_000));
    }

    @Test
    void limitsAReturnLineByItsMagnitude() {
        CatalogueItem bed = item(Map.of(InstitutionLevel.L3, 50 * YUAN), null);

        assertThat(bed.limitFor(line(-70_000), InstitutionLevel.L3)).isEqualTo(Money.ofFen(35_000));
    }

    private static CatalogueItem item(Map<InstitutionLevel, Long> limits, @Nullable Money lineLimit) {
        return new CatalogueItem("T", "T", ItemKind.FACILITY, ItemClass.A, Map.of(), limits, lineLimit);
    }

    private static FeeLine line(long quantityTenThousandths) {
        return new FeeLine(
                1,
                "T",
                null,
                quantityTenThousandths,
                100 * YUAN,
                Money.ofFen(quantityTenThousandths),
                LocalDate.parse("2019-09-10"));
    }
}
