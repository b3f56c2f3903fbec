package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.document.CanonicalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A catalogue version with its items: for ever the same content under the same hash. */
public record PublishedCatalogue(CatalogueVersion version, Catalogue catalogue) {

    private static final RegionCode ANY_REGION = new RegionCode("100000");
    private static final Wording NOT_HERE =
            new Wording("就医地目录（就医地已按类别分割）", "the care region's, which has split the bill by category");
    private static final String SOURCE = "苏医保发〔2022〕75号 第34、35条";
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    /**
     * What bills name as their catalogue that the care region has split with its own: it has no items, is in no list, and nothing is
     * looked up in it.
     */
    public static final PublishedCatalogue OF_THE_CARE_REGION = new PublishedCatalogue(
            new CatalogueVersion(
                    new CanonicalText("the catalogue of the care region").hash(),
                    new CatalogueFacts(ANY_REGION, NOT_HERE, ALWAYS, Confidence.NEAREST_YEAR, SOURCE),
                    0,
                    Instant.EPOCH,
                    null),
            new Catalogue(ANY_REGION, NOT_HERE, ALWAYS, Confidence.NEAREST_YEAR, SOURCE, Map.of()));

    public String hash() {
        return version.hash();
    }
}
