package io.crosscare.settlement.chain.mongo;

import io.crosscare.settlement.chain.model.Basis;

/** See {@link Basis}. Public for the codec. */
public record BasisDocument(String billHash, String policyHash, String catalogueHash, int calculationVersion) {

    static BasisDocument of(Basis basis) {
        return new BasisDocument(
                basis.billHash(), basis.policyHash(), basis.catalogueHash(), basis.calculationVersion());
    }

    Basis toBasis() {
        return new Basis(billHash, policyHash, catalogueHash, calculationVersion);
    }
}
