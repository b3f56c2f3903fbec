package io.crosscare.settlement.catalogue;

import io.crosscare.settlement.benefit.model.Catalogue;

/** A catalogue version with its items: for ever the same content under the same hash. */
public record PublishedCatalogue(CatalogueVersion version, Catalogue catalogue) {

    public String hash() {
        return version.hash();
    }
}
