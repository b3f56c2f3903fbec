package io.crosscare.settlement.benefit.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the policy's texts are read where they are unclear; each a parameter, so that another reading is another pack and not
 * another program (domain.md §2).
 *
 * @param yearEnd where a stay over the end of a benefit period counts; null where the policy does not say, which is
 *     {@link YearEnd#BY_DISCHARGE}
 */
public record Readings(
        Figure<UpfrontBase> upfrontBase,
        Figure<CeilingBasis> ceilingBasis,
        Figure<AccountScope> accountScope,
        Map<DestinationType, Figure<CatalogueOwner>> catalogueOwners,
        @Nullable Figure<YearEnd> yearEnd) {

    public Readings {
        catalogueOwners = EnumTable.copyOf(DestinationType.class, catalogueOwners);
        if (catalogueOwners.size() != DestinationType.values().length) {
            throw new IllegalArgumentException("each destination type needs a catalogue");
        }
    }
}
