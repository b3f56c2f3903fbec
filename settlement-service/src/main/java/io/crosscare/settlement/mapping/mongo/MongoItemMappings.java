package io.crosscare.settlement.mapping.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.settlement.mapping.ItemMapping;
import io.crosscare.settlement.mapping.ItemMappings;
import reactor.core.publisher.Mono;

/** {@link ItemMappings} as one document each, at most four megabytes. */
public final class MongoItemMappings implements ItemMappings {

    private final MongoCollection<ItemMappingDocument> mappings;

    public MongoItemMappings(MongoDatabase database) {
        this.mappings = database.getCollection("item_mappings", ItemMappingDocument.class);
    }

    @Override
    public Mono<Void> replace(ItemMapping mapping) {
        return Mono.defer(() -> Mono.from(mappings.replaceOne(
                        Filters.eq("_id", mapping.institution().value()),
                        ItemMappingDocument.of(mapping),
                        new ReplaceOptions().upsert(true))))
                .then();
    }

    @Override
    public Mono<ItemMapping> find(InstitutionCode institution) {
        return Mono.from(mappings.find(Filters.eq("_id", institution.value())).first())
                .map(ItemMappingDocument::toMapping);
    }
}
