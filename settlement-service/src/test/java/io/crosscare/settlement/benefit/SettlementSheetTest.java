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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettlementSheetTest {

    private static final int WIDTH = 92;

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

    private static String sheetOf(Golden golden) {
        PolicyPack pack = ShippedPacks.governing(golden.circumstances());
        Catalogue catalogue = golden.catalogue();
        CostSplit split = Splits.of(golden.bill(), pack, catalogue, golden.before());
        SheetHead head = new SheetHead("pabcdefghijklmnopqrstuvwxyz:0000000003", "复旦大学附属中山医院", "2026-11-24 10:15:30");
        return SettlementSheet.text(head, golden.circumstances(), split, pack, catalogue);
    }

    private static String resource(String path) throws IOException {
        try (InputStream file = SettlementSheetTest.class.getResourceAsStream(path)) {
            assertThat(file).as("resource %s", path).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
