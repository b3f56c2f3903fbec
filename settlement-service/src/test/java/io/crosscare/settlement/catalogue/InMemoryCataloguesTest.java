package io.crosscare.settlement.catalogue;

class InMemoryCataloguesTest extends StoredCataloguesContract {

    @Override
    protected StoredCatalogues catalogues() {
        return new InMemoryCatalogues();
    }
}
