package io.crosscare.settlement.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.GoldenCases;
import io.crosscare.settlement.benefit.model.GoldenCases.Golden;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Splits;
import io.crosscare.settlement.policy.ShippedPacks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettlementSheetTest {

    private static final int WIDTH = 92;

    /** At the right edge. */
    private static final Pattern AMOUNT = Pattern.compile("(?<= )−?[0-9,]+\\.[0-9]{2}$");

    static List<Golden> cases() {
        return GoldenCases.all();
    }

    @Test
    void printsD01AsOnePage() throws IOException {
        String sheet = sheetOf(GoldenCases.named("D01"));

        assertThat(sheet).isEqualTo(resource("/golden/D01-sheet.txt"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsEachSheetWithinItsWidth(Golden golden) {
        assertThat(sheetOf(golden).lines())
                .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(WIDTH));
    }

    /** Each amount of the text stands on the page too, and what is not ours is escaped. */
    @ParameterizedTest
    @MethodSource("cases")
    void saysTheSameOnThePageAsInTheText(Golden golden) {
        String page = show(golden, "医院 <b>", SheetPage::of);

        sheetOf(golden)
                .lines()
                .filter(line -> DisplayText.width(line) == WIDTH)
                .map(AMOUNT::matcher)
                .filter(Matcher::find)
                .forEach(amount -> assertThat(page).contains(">" + amount.group() + "<"));
        assertThat(page).contains("医院 &lt;b&gt;", "</html>").doesNotContain("<b>", "<script");
        assertThat(page.split("<tr", -1)).hasSameSizeAs(page.split("</tr>", -1));
    }

    @Test
    void saysHowManyLinesThereAreWhereNoneAreShown() {
        Golden golden = GoldenCases.named("D01");
        PolicyPack pack = ShippedPacks.governing(golden.circumstances());
        CostSplit split = Splits.of(golden.bill(), pack, golden.catalogue(), golden.before());
        SheetHead head = new SheetHead(null, "中山医院", null, List.of(), false);

        assertThat(SheetPage.of(head, golden.circumstances(), split, pack, golden.catalogue()))
                .contains("另 3 条 and 3 more lines");
        assertThat(SheetText.of(head, golden.circumstances(), split, pack, golden.catalogue()))
                .contains("另 3 条 and 3 more lines");
    }

    private static String sheetOf(Golden golden) {
        return show(golden, "复旦大学附属中山医院", SheetText::of);
    }

    private static String show(Golden golden, String institution, SheetForm form) {
        PolicyPack pack = ShippedPacks.governing(golden.circumstances());
        Catalogue catalogue = golden.catalogue();
        CostSplit split = Splits.of(golden.bill(), pack, catalogue, golden.before());
        SheetHead head =
                new SheetHead("pabcdefghijklmnopqrstuvwxyz:0000000003", institution, "2026-11-24 10:15:30", List.of());
        return form.show(head, golden.circumstances(), split, pack, catalogue);
    }

    private static String resource(String path) throws IOException {
        try (InputStream file = SettlementSheetTest.class.getResourceAsStream(path)) {
            assertThat(file).as("resource %s", path).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
