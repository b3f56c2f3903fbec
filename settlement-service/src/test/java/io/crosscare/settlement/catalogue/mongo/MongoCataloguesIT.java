package io.crosscare.settlement.catalogue.mongo;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.catalogue.CatalogueDocuments;
import io.crosscare.settlement.catalogue.CatalogueShelf;
import io.crosscare.settlement.catalogue.PublishedCatalogue;
import io.crosscare.settlement.catalogue.StoredCatalogues;
import io.crosscare.settlement.catalogue.StoredCataloguesContract;
import io.crosscare.settlement.catalogue.TakeOverCatalogues;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.StoredText;
import io.crosscare.settlement.document.mongo.MongoDocuments;
import java.util.List;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class MongoCataloguesIT extends StoredCataloguesContract {

    private final MongoDatabase database = TestDatabase.with(List.of());

    @Override
    protected StoredCatalogues catalogues() {
        return new MongoCatalogues(database, ChinaTime.systemClock());
    }

    @Test
    void doesNotGiveOutWhatIsNotWhatWasPublished() {
        CatalogueShelf shelf = new CatalogueShelf(catalogues());
        PublishedCatalogue published = await(shelf.publish(CatalogueDocuments.document(3, "真")));
        CanonicalText other = new CanonicalText(CatalogueDocuments.document(3, "假"));
        PublishedCatalogue planted = await(shelf.publish(other.text()));
        Binary others = await(Mono.from(database.getCollection("catalogue_pieces")
                        .find(Filters.eq("_id", planted.hash() + ":0000"))
                        .first()))
                .get("text", Binary.class);
        await(Mono.from(database.getCollection("catalogue_pieces")
                .updateOne(Filters.eq("_id", published.hash() + ":0000"), Updates.set("text", others))));

        new CatalogueShelf(catalogues())
                .byHash(published.hash())
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
    }

    @Test
    void findsWhatAnEarlierVersionOfTheServicePublished() {
        MongoDocuments earlier = new MongoDocuments(database, "catalogues", ChinaTime.systemClock());
        StoredText stored = await(earlier.store(new CanonicalText(CatalogueDocuments.document(5, "旧"))));
        CatalogueShelf shelf = new CatalogueShelf(catalogues());

        await(new TakeOverCatalogues(earlier, catalogues()).run().thenReturn(true));

        PublishedCatalogue found = await(shelf.byHash(stored.hash()));
        assertThat(found.catalogue().items()).hasSize(5);
        assertThat(found.version().publishedAt()).isEqualTo(stored.publishedAt());
    }
}
