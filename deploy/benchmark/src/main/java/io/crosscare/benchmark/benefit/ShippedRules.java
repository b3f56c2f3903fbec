package io.crosscare.benchmark.benefit;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.catalogue.CatalogueReader;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.ShippedDocuments;
import io.crosscare.settlement.policy.PolicyReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The packs and catalogues as the service ships them, read as the service reads them. */
record ShippedRules(Map<String, PolicyPack> packs, Map<RegionCode, Catalogue> catalogues) {

    ShippedRules {
        packs = Map.copyOf(packs);
        catalogues = Map.copyOf(catalogues);
    }

    static ShippedRules read() {
        return new ShippedRules(
                read("/policies", PolicyReader::read).stream()
                        .collect(Collectors.toMap(PolicyPack::name, Function.identity())),
                read("/catalogues", CatalogueReader::read).stream()
                        .collect(Collectors.toMap(Catalogue::region, Function.identity())));
    }

    private static <T> List<T> read(String folder, Function<CanonicalText, T> reader) {
        return ShippedDocuments.in(folder).stream()
                .map(CanonicalText::new)
                .map(reader)
                .toList();
    }

    PolicyPack pack(String name) {
        return found(packs.get(name), name);
    }

    Catalogue catalogue(RegionCode region) {
        return found(catalogues.get(region), region);
    }

    private static <T> T found(@Nullable T document, Object name) {
        if (document == null) {
            throw new IllegalStateException("the service ships nothing named " + name);
        }
        return document;
    }
}
