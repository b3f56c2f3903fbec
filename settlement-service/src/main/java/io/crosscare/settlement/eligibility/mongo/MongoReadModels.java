package io.crosscare.settlement.eligibility.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import io.crosscare.settlement.eligibility.model.Connectivity;
import io.crosscare.settlement.eligibility.model.ConnectivityRow;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.eligibility.mongo.CopyDocuments.AgencyDocument;
import io.crosscare.settlement.eligibility.mongo.CopyDocuments.ConnectivityDocument;
import io.crosscare.settlement.eligibility.mongo.CopyDocuments.FilingDocument;
import io.crosscare.settlement.eligibility.mongo.CopyDocuments.InstitutionDocument;
import io.crosscare.settlement.eligibility.mongo.CopyDocuments.PersonDocument;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link ReadModels} as one collection per owner's record, replaced only by a higher version. */
public final class MongoReadModels implements ReadModels {

    private static final String FILINGS = "copied_filings";

    private final MongoCollection<PersonDocument> persons;
    private final MongoCollection<FilingDocument> filings;
    private final MongoCollection<InstitutionDocument> institutions;
    private final MongoCollection<ConnectivityDocument> connectivity;
    private final MongoCollection<AgencyDocument> agencies;
    private final Map<Owner, List<Topic>> topics;
    private final Function<Topic, Mono<Boolean>> freshness;

    /**
     * Reads and writes the copies.
     *
     * @param topics from which an owner's records come
     * @param freshness whether what came over a topic may be believed alone
     */
    public MongoReadModels(
            MongoDatabase database, Map<Owner, List<Topic>> topics, Function<Topic, Mono<Boolean>> freshness) {
        this.persons = database.getCollection("copied_persons", PersonDocument.class);
        this.filings = database.getCollection(FILINGS, FilingDocument.class);
        this.institutions = database.getCollection("copied_institutions", InstitutionDocument.class);
        this.connectivity = database.getCollection("copied_connectivity", ConnectivityDocument.class);
        this.agencies = database.getCollection("copied_agencies", AgencyDocument.class);
        this.topics = Map.copyOf(topics);
        this.freshness = freshness;
    }

    public static List<Index> indexes() {
        return List.of(Index.on(FILINGS, "p"));
    }

    @Override
    public Mono<PersonFacts> person(PersonId id) {
        return find(persons, id.value()).map(PersonDocument::toFacts);
    }

    @Override
    public Flux<FilingFacts> filings(PersonId person) {
        return Flux.from(filings.find(Filters.eq("p", person.value()))).map(FilingDocument::toFacts);
    }

    @Override
    public Mono<InstitutionFacts> institution(InstitutionCode code) {
        return find(institutions, code.value()).map(InstitutionDocument::toFacts);
    }

    @Override
    public Mono<Connectivity> connectivity() {
        return Flux.from(connectivity.find())
                .map(ConnectivityDocument::toFacts)
                .collectList()
                .map(Connectivity::new);
    }

    @Override
    public Mono<AgencyFacts> agency(RegionCode region) {
        return find(agencies, region.value()).map(AgencyDocument::toFacts);
    }

    @Override
    public Mono<Boolean> isFresh(Owner owner) {
        return Flux.fromIterable(topics.getOrDefault(owner, List.of()))
                .concatMap(freshness)
                .all(isFresh -> isFresh);
    }

    @Override
    public Mono<Void> keep(PersonFacts person) {
        return keep(persons, person.id().value(), person.version(), PersonDocument.of(person));
    }

    @Override
    public Mono<Void> keep(FilingFacts filing) {
        return keep(filings, filing.id(), filing.version(), FilingDocument.of(filing));
    }

    @Override
    public Mono<Void> keep(InstitutionFacts institution) {
        return keep(
                institutions, institution.code().value(), institution.version(), InstitutionDocument.of(institution));
    }

    @Override
    public Mono<Void> keep(ConnectivityRow row) {
        return keep(connectivity, row.id(), row.version(), ConnectivityDocument.of(row));
    }

    @Override
    public Mono<Void> keep(AgencyFacts agency) {
        return keep(agencies, agency.region().value(), agency.version(), AgencyDocument.of(agency));
    }

    private static <D> Mono<D> find(MongoCollection<D> collection, String id) {
        return Mono.from(collection.find(Filters.eq("_id", id)));
    }

    /** Where a version at least as high is stored, the upsert meets its own {@code _id} and changes nothing. */
    private static <D> Mono<Void> keep(MongoCollection<D> collection, String id, long version, D document) {
        return Mono.from(collection.replaceOne(
                        new org.bson.Document("_id", id).append("version", new org.bson.Document("$lt", version)),
                        document,
                        new ReplaceOptions().upsert(true)))
                .onErrorComplete(DuplicateKey::isIn)
                .then();
    }
}
