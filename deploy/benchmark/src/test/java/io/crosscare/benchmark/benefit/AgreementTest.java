package io.crosscare.benchmark.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.benchmark.benefit.Agreement.Tried;
import io.crosscare.benchmark.benefit.drools.NanjingRules;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.CatalogueItem;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.ShippedDocuments;
import io.crosscare.settlement.policy.PolicyReader;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final ShippedRules SHIPPED = ShippedRules.read();
    private static final String PACK = "320100-employee-2019";

    private static NanjingRules rules;

    @BeforeAll
    static void compile() {
        rules = NanjingRules.build();
    }

    @Test
    void givesTheSameAnswersAsDrools() throws Agreement.Broken {
        Tried tried = agreement(SHIPPED).require(1, 1_000, _ -> {});

        assertThat(tried.split()).isGreaterThan(500);
        assertThat(tried.refused()).isGreaterThan(50);
    }

    /** No shipped catalogue has such a limit. */
    @Test
    void givesTheSameAnswersWhereWholeLinesAreLimited() throws Agreement.Broken {
        Map<RegionCode, Catalogue> limited = SHIPPED.catalogues().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> limited(entry.getValue(), Money.ofFen(5_000))));

        Tried tried = agreement(new ShippedRules(SHIPPED.packs(), limited)).require(1, 1_000, _ -> {});

        assertThat(tried.split()).isGreaterThan(500);
    }

    @Test
    void namesTheBillOnWhichTheTwoDiffer() {
        ShippedRules otherRatio = new ShippedRules(
                Map.of(PACK, edited("{bp: 6000, source: M", "{bp: 6001, source: M")), SHIPPED.catalogues());

        assertThatThrownBy(() -> agreement(otherRatio).require(1, 1_000, _ -> {}))
                .isInstanceOf(Agreement.Broken.class)
                .hasMessageMatching(
                        ".* the two differ on the bill Nanjing, seed \\d+, \\d+ lines: .*ratio=6001.*ratio=6000.*");
    }

    private static Agreement agreement(ShippedRules shipped) {
        return new Agreement(new SampleBills(Insured.NANJING, shipped), rules);
    }

    private static Catalogue limited(Catalogue catalogue, Money limit) {
        Map<String, CatalogueItem> items = catalogue.items().values().stream()
                .map(item -> new CatalogueItem(
                        item.code(),
                        item.name(),
                        item.kind(),
                        item.itemClass(),
                        item.upfrontRatios(),
                        item.unitLimitMillionths(),
                        limit))
                .collect(Collectors.toMap(CatalogueItem::code, Function.identity()));
        return new Catalogue(
                catalogue.region(),
                catalogue.title(),
                catalogue.effectiveFrom(),
                catalogue.confidence(),
                catalogue.source(),
                items);
    }

    private static PolicyPack edited(String from, String to) {
        String document = ShippedDocuments.one("/policies/" + PACK + ".yaml");
        assertThat(document).contains(from);
        return PolicyReader.read(new CanonicalText(document.replace(from, to)));
    }
}
