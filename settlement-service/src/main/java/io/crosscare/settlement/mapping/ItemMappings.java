package io.crosscare.settlement.mapping;

import io.crosscare.chassis.id.InstitutionCode;
import reactor.core.publisher.Mono;

/** Port to the local codes, one mapping per institution. */
public interface ItemMappings {

    /** Puts a mapping in the place of the one before it. */
    Mono<Void> replace(ItemMapping mapping);

    Mono<ItemMapping> find(InstitutionCode institution);
}
