package io.crosscare.chassis.agency.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.agency.Agencies;
import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.region.RegionCode;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Agencies by their region. */
public final class MongoAgencies implements Agencies {

    private static final String COLLECTION = "copied_agencies";

    private final MongoCollection<AgencyDocument> agencies;

    public MongoAgencies(MongoDatabase database) {
        this.agencies = database.getCollection(COLLECTION, AgencyDocument.class);
    }

    @Override
    public Mono<Agency> find(RegionCode region) {
        return Mono.from(agencies.find(Filters.eq("_id", region.value())).first())
                .map(found -> new Agency(new RegionCode(found.region()), found.name(), found.phone(), found.version()));
    }

    /** Where a later version is kept the filter finds nothing, and the insert that follows meets its id. */
    @Override
    public Mono<Void> keep(Agency agency) {
        AgencyDocument document =
                new AgencyDocument(agency.region().value(), agency.name(), agency.phone(), agency.version());
        Document olderOne =
                new Document("_id", document.region()).append("version", new Document("$lt", document.version()));
        return Mono.from(agencies.replaceOne(olderOne, document, new ReplaceOptions().upsert(true)))
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty())
                .then();
    }
}
