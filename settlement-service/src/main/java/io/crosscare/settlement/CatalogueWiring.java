package io.crosscare.settlement;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.chassis.run.StartupTask;
import io.crosscare.settlement.catalogue.CatalogueImports;
import io.crosscare.settlement.catalogue.CatalogueShelf;
import io.crosscare.settlement.catalogue.PublishCatalogue;
import io.crosscare.settlement.catalogue.StoredCatalogues;
import io.crosscare.settlement.catalogue.TakeOverCatalogues;
import io.crosscare.settlement.catalogue.mongo.MongoCatalogueImports;
import io.crosscare.settlement.catalogue.mongo.MongoCatalogues;
import io.crosscare.settlement.document.ShippedDocuments;
import io.crosscare.settlement.document.mongo.MongoDocuments;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.mapping.ItemMappings;
import io.crosscare.settlement.mapping.KeepItemMapping;
import io.crosscare.settlement.mapping.mongo.MongoItemMappings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The catalogues: published at start as shipped, published by agencies, and learned while running. */
@Configuration(proxyBeanMethods = false)
class CatalogueWiring {

    private static final Duration LEARNING_PAUSE = Duration.ofSeconds(10);

    @Bean
    StoredCatalogues storedCatalogues(MongoDatabase database, Clock clock) {
        return new MongoCatalogues(database, clock);
    }

    @Bean
    CatalogueShelf catalogues(StoredCatalogues stored) {
        return new CatalogueShelf(stored);
    }

    @Bean
    CatalogueImports catalogueImports(MongoDatabase database) {
        return new MongoCatalogueImports(database);
    }

    @Bean
    PublishCatalogue publishCatalogue(CatalogueShelf catalogues, CatalogueImports imports, RandomIds ids, Clock clock) {
        return new PublishCatalogue(catalogues, imports, ids, clock, Schedulers.boundedElastic());
    }

    @Bean
    ItemMappings itemMappings(MongoDatabase database) {
        return new MongoItemMappings(database);
    }

    @Bean
    KeepItemMapping keepItemMapping(
            ItemMappings mappings, CatalogueShelf catalogues, KnownFacts knownFacts, Clock clock) {
        return new KeepItemMapping(mappings, catalogues, knownFacts, clock, Schedulers.boundedElastic());
    }

    @Bean
    Indexes catalogueIndexes() {
        return new Indexes(MongoCatalogueImports.indexes());
    }

    /** Publishing what is already published changes nothing, so each start may do it. */
    @Bean
    StartupTask shippedCatalogues(
            MongoDatabase database, CatalogueShelf catalogues, StoredCatalogues stored, Clock clock) {
        var takeOver = new TakeOverCatalogues(new MongoDocuments(database, "catalogues", clock), stored);
        return new StartupTask(
                "catalogues",
                StartupTask.SEEDS,
                () -> takeOver.run()
                        .thenMany(Flux.fromIterable(ShippedDocuments.in("/catalogues"))
                                .concatMap(catalogues::publish))
                        .then(Mono.defer(catalogues::refresh)));
    }

    @Bean
    PeriodicTask cataloguesOfOthers(CatalogueShelf catalogues) {
        return new PeriodicTask("catalogues", LEARNING_PAUSE, catalogues::refresh);
    }
}
