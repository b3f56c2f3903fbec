package io.crosscare.filing.lodging.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.filing.lodging.InstitutionLevels;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Levels by institution. */
public final class MongoInstitutionLevels implements InstitutionLevels {

    private final MongoCollection<InstitutionLevelDocument> levels;

    public MongoInstitutionLevels(MongoDatabase database) {
        this.levels = database.getCollection("copied_institution_levels", InstitutionLevelDocument.class);
    }

    @Override
    public Mono<InstitutionLevel> find(InstitutionCode institution) {
        return Mono.from(levels.find(Filters.eq("_id", institution.value())).first())
                .mapNotNull(InstitutionLevelDocument::level)
                .map(InstitutionLevel::valueOf);
    }

    /** Where a later version is kept the filter finds nothing, and the insert that follows meets its id. */
    @Override
    public Mono<Void> keep(InstitutionCode institution, @Nullable InstitutionLevel level, long version) {
        InstitutionLevelDocument document =
                new InstitutionLevelDocument(institution.value(), level == null ? null : level.name(), version);
        Document olderOne = new Document("_id", document.institution()).append("version", new Document("$lt", version));
        return Mono.from(levels.replaceOne(olderOne, document, new ReplaceOptions().upsert(true)))
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty())
                .then();
    }
}
