package io.crosscare.settlement.benefit;

import static io.crosscare.settlement.benefit.Warning.Code.FIGURE_ASSUMED;
import static io.crosscare.settlement.benefit.Warning.Code.QUOTA_NEARLY_USED;
import static io.crosscare.settlement.benefit.Warning.Code.QUOTA_USED_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.Warning.Code;
import io.crosscare.settlement.benefit.model.BillBuilder;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.Reference;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.policy.ShippedPacks;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said before a stay of 1,000 yuan over the deductible is settled: the pooled fund pays 870 of 300,000. */
class WarningTest {

    private static final String PACK = "321100-employee-2019";

    @ParameterizedTest
    @CsvSource({
        "0, FIGURE_ASSUMED",
        "26912999, FIGURE_ASSUMED",
        "26913000, QUOTA_NEARLY_USED",
        "29912999, QUOTA_NEARLY_USED",
        "29913000, QUOTA_USED_UP",
        "30000000, QUOTA_USED_UP"
    })
    void tellsWhatIsLeftOfTheYearlyLimit(long used, Code first) {
        List<Warning> warnings =
                warnings(BillBuilder.aBill().covered(180_000), Counters.of("2019/pooled", used), false);

        assertThat(warnings).first().extracting(Warning::code).isEqualTo(first);
    }

    @Test
    void saysHowMuchWillBeLeft() {
        assertThat(warnings(BillBuilder.aBill().covered(180_000), Counters.of("2019/pooled", 29_000_000), false))
                .filteredOn(warning -> warning.code() == QUOTA_NEARLY_USED)
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.words().zh()).contains("剩余 9,130.00 元");
                    assertThat(warning.words().en()).contains("9,130.00 will be left");
                });
    }

    @Test
    void namesFiguresThatNoOfficialTextStates() {
        assertThat(warnings(BillBuilder.aBill().as(ServiceType.CHRONIC).covered(10_000), Counters.NONE, false))
                .filteredOn(warning -> warning.code() == FIGURE_ASSUMED)
                .singleElement()
                .satisfies(warning -> assertThat(warning.words().en()).contains("ZJ.EMP.CHR.RATIO"));
    }

    @Test
    void namesAllThatTheSheetMarksAsAssumed() {
        BillBuilder bill = BillBuilder.aBill().covered(180_000);
        SheetHead head = new SheetHead(null, "中山医院", null, List.of());
        CostSplit split = bill.split(ShippedPacks.named(PACK), Counters.NONE);
        List<String> marked =
                SettlementSheet.of(head, bill.circumstances(), split, ShippedPacks.named(PACK), bill.catalogue())
                        .notes()
                        .stream()
                        .map(SettlementSheet.Note::reference)
                        .filter(Reference::hasNoOfficialText)
                        .map(Reference::id)
                        .toList();

        assertThat(marked).hasSizeGreaterThan(5).contains("CATALOGUE.310000");
        assertThat(warnings(bill, Counters.NONE, false))
                .filteredOn(warning -> warning.code() == FIGURE_ASSUMED)
                .singleElement()
                .satisfies(warning -> assertThat(warning.words().en())
                        .contains(" " + marked.size() + " assumed ")
                        .contains(marked)
                        .doesNotContain("…"));
    }

    @Test
    void saysNothingOfALargeAmountFundThatPaysNothing() {
        assertThat(warnings(BillBuilder.aBill().covered(180_000), Counters.NONE, false))
                .extracting(Warning::code)
                .doesNotContain(QUOTA_USED_UP);
    }

    @Test
    void saysFirstThatASpecialDiseaseIsNotSettledAway() {
        assertThat(warnings(BillBuilder.aBill().as(ServiceType.OUTPATIENT).covered(10_000), Counters.NONE, true))
                .first()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo(Code.SPECIAL_DISEASE_NOT_SETTLED_AWAY);
                    assertThat(warning.words().zh()).contains("门特不能异地直接结算");
                });
    }

    @Test
    void namesTheLinesWhoseItemsNoCatalogueLists() {
        BillBuilder bill = BillBuilder.aBill()
                .covered(180_000)
                .unlisted(4_200)
                .outside(100)
                .unlisted(300);

        assertThat(warnings(bill, Counters.NONE, false)).first().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(Code.ITEM_NOT_IN_CATALOGUE);
            assertThat(warning.words().zh()).isEqualTo("2 条明细目录未收载，全额自费，请核对编码：第 2 条 T2、第 4 条 T4");
            assertThat(warning.words().en()).endsWith("check the codes: line 2 T2, line 4 T4");
        });
    }

    @Test
    void namesTheFirstOfManyLinesThatNoCatalogueLists() {
        BillBuilder bill = BillBuilder.aBill().covered(180_000);
        IntStream.range(0, 21).forEach(_ -> bill.unlisted(100));

        assertThat(warnings(bill, Counters.NONE, false))
                .first()
                .satisfies(warning ->
                        assertThat(warning.words().zh()).startsWith("21 条").endsWith("第 21 条 T21…"));
    }

    private static List<Warning> warnings(BillBuilder bill, Counters before, boolean hasSpecialDiseaseAway) {
        CostSplit split = bill.split(ShippedPacks.named(PACK), before);
        Explanation explanation =
                Explanation.of(split, bill.circumstances(), ShippedPacks.named(PACK), bill.catalogue());
        return Warning.of(split, explanation, hasSpecialDiseaseAway);
    }
}
