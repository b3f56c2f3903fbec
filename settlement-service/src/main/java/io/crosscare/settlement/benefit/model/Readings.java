package io.crosscare.settlement.benefit.model;

import java.util.EnumMap;
import java.util.Map;

/**
 * How the policy's texts are read where they are unclear; each a parameter, so that another reading is another pack and not
 * another program (domain.md §2).
 */
public record Readings(
        Figure<UpfrontBase> upfrontBase,
        Figure<CeilingBasis> ceilingBasis,
        Figure<AccountScope> accountScope,
        Map<DestinationType, Figure<CatalogueOwner>> catalogueOwners) {

    public Readings {
        catalogueOwners = Map.copyOf(new EnumMap<>(catalogueOwners));
        if (catalogueOwners.size() != DestinationType.values().length) {
            throw new IllegalArgumentException("each destination type needs a catalogue");
        }
    }
}
