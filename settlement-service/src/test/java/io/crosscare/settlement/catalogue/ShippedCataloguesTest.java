package io.crosscare.settlement.catalogue;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.GoldenCases;
import io.crosscare.settlement.benefit.model.GoldenCases.Golden;
import io.crosscare.settlement.benefit.model.ItemClass;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Splits;
import io.crosscare.settlement.document.ShippedDocuments;
import io.crosscare.settlement.policy.ShippedPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class ShippedCataloguesTest {

    private static final LocalDate DAY = LocalDate.parse("2019-09-10");

    private final CatalogueShelf catalogues = new CatalogueShelf(new InMemoryCatalogues());

    @BeforeEach
    void publishTheShippedCatalogues() {
        Flux.fromIterable(ShippedDocuments.in("/catalogues"))
                .concatMap(catalogues::publish)
                .blockLast();
    }

    @Test
    void areMarkedAsSamplesAndHaveEnoughItems() {
        List<CatalogueVersion> all = await(catalogues.versions().collectList());

        assertThat(all)
                .extracting(one -> one.facts().region().value())
                .containsExactly("310000", "320000", "320100", "321100", "330400");
        assertThat(all).allSatisfy(one -> {
            assertThat(one.facts().confidence()).isEqualTo(Confidence.ASSUMED);
            assertThat(one.facts().title().zh()).contains("样例");
            assertThat(one.rows()).isGreaterThanOrEqualTo(200);
        });
    }

    @Test
    void fallBackFromADistrictToItsCityAndProvince() {
        assertThat(await(catalogues.find(new RegionCode("321181"), DAY))
                        .catalogue()
                        .region()
                        .value())
                .isEqualTo("321100");
        assertThat(await(catalogues.find(new RegionCode("310117"), DAY))
                        .catalogue()
                        .region()
                        .value())
                .isEqualTo("310000");
        assertThat(await(catalogues.find(new RegionCode("320500"), DAY))
                        .catalogue()
                        .region()
                        .value())
                .isEqualTo("320000");
    }

    @Test
    void giveWayToALaterVersionFromItsFirstDay() {
        String shanghai = ShippedDocuments.in("/catalogues").getFirst();
        PublishedCatalogue later =
                await(catalogues.publish(shanghai.replace("effective-from: 2019-01-01", "effective-from: 2019-09-11")));

        RegionCode region = new RegionCode("310000");
        assertThat(await(catalogues.find(region, DAY))).isNotEqualTo(later);
        assertThat(await(catalogues.find(region, DAY.plusDays(1)))).isEqualTo(later);
    }

    @Test
    void areNotFoundWhereNoneIsShippedOrInForce() {
        catalogues.find(new RegionCode("330500"), DAY).as(StepVerifier::create).verifyComplete();
        catalogues
                .find(new RegionCode("310000"), LocalDate.parse("2018-12-31"))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void reproduceD01WithItemsOfShanghai() {
        Golden golden = GoldenCases.named("D01");
        Catalogue shanghai =
                await(catalogues.find(new RegionCode("310000"), DAY)).catalogue();

        CostSplit split = split(golden, shanghai, List.of("ZL0001", "YP0101", "ZF9999"));

        assertThat(split.amounts().fundPay().fen()).isEqualTo(golden.expected("pooled"));
        assertThat(split.amounts().cashPay().fen()).isEqualTo(golden.expected("cash"));
        assertThat(split.lines())
                .extracting(line -> line.itemClass())
                .containsExactly(ItemClass.A, ItemClass.B, ItemClass.C);
    }

    @Test
    void classTheSameBillDifferentlyAtHomeAndAway() {
        Golden atHome = GoldenCases.named("G22a");
        Golden away = GoldenCases.named("G22b");
        List<String> items = List.of("YP0107", "ZL0013", "ZL0003");

        CostSplit byZhenjiang = split(
                atHome, await(catalogues.find(new RegionCode("321100"), DAY)).catalogue(), items);
        CostSplit byShanghai = split(
                away, await(catalogues.find(new RegionCode("310000"), DAY)).catalogue(), items);

        assertThat(byZhenjiang.amounts().cashPay().fen()).isEqualTo(atHome.expected("cash"));
        assertThat(byShanghai.amounts().cashPay().fen()).isEqualTo(away.expected("cash"));
    }

    private static CostSplit split(Golden golden, Catalogue catalogue, List<String> itemCodes) {
        List<FeeLine> lines = new ArrayList<>();
        for (FeeLine line : golden.bill().lines()) {
            lines.add(new FeeLine(
                    line.lineNumber(),
                    itemCodes.get(lines.size()),
                    line.name(),
                    line.quantityTenThousandths(),
                    line.unitPriceMillionths(),
                    Money.ofFen(line.amount().fen()),
                    line.serviceDate()));
        }
        PolicyPack pack = ShippedPacks.governing(golden.circumstances());
        return Splits.of(new Bill(golden.circumstances(), lines), pack, catalogue, golden.before());
    }
}
