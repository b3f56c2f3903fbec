package io.crosscare.filing.insured.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.crypto.FieldCipher;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.PersonNumber;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Insured persons by id and by blind index. Two unique indexes decide every race. */
public final class MongoInsuredPersons implements InsuredPersons {

    private static final String COLLECTION = "insured_persons";
    private static final String PENDING = "pending";
    private static final Index BY_NUMBER = Index.unique(COLLECTION, "numberIndex");
    private static final Index BY_IDENTITY = Index.unique(COLLECTION, "identityIndex");

    public static final Indexes INDEXES = new Indexes(List.of(BY_NUMBER, BY_IDENTITY, Index.on(COLLECTION, PENDING)));

    private final MongoCollection<InsuredPersonDocument> persons;
    private final SealedPersons sealedPersons;
    private final Traces traces;

    public MongoInsuredPersons(MongoDatabase database, FieldCipher cipher, BlindIndex blindIndex, Traces traces) {
        this.persons = database.getCollection(COLLECTION, InsuredPersonDocument.class);
        this.sealedPersons = new SealedPersons(cipher, blindIndex);
        this.traces = traces;
    }

    @Override
    public Mono<InsuredPerson> find(PersonId id) {
        return findBy("_id", id.value());
    }

    @Override
    public Mono<InsuredPerson> find(RegionCode insuredRegion, PersonNumber personNumber) {
        return findBy("numberIndex", sealedPersons.indexOf(insuredRegion, personNumber));
    }

    @Override
    public Mono<InsuredPerson> find(RegionCode insuredRegion, IdentityNumber identityNumber) {
        return findBy("identityIndex", sealedPersons.indexOf(insuredRegion, identityNumber));
    }

    @Override
    public Flux<InsuredPerson> all(@Nullable PersonId after, int limit) {
        return Flux.from(persons.find(after == null ? Filters.empty() : Filters.gt("_id", after.value()))
                        .sort(Sorts.ascending("_id"))
                        .limit(limit))
                .map(sealedPersons::open);
    }

    @Override
    public Mono<Saving> add(InsuredPerson person) {
        return Mono.defer(() -> Mono.from(persons.insertOne(sealedPersons.seal(person, traces.traceparent()))))
                .thenReturn(Saving.SAVED)
                .onErrorResume(DuplicateKey::isIn, MongoInsuredPersons::savingOf);
    }

    @Override
    public Mono<Saving> replace(InsuredPerson person) {
        Document versionBefore = new Document("_id", person.id().value()).append("version", person.version() - 1);
        return Mono.defer(() ->
                        Mono.from(persons.replaceOne(versionBefore, sealedPersons.seal(person, traces.traceparent()))))
                .map(result -> result.getMatchedCount() == 1 ? Saving.SAVED : Saving.CHANGED_MEANWHILE)
                .onErrorResume(DuplicateKey::isIn, MongoInsuredPersons::savingOf);
    }

    @Override
    public Flux<Unpublished> unpublished(int limit) {
        return Flux.from(persons.find(Filters.eq(PENDING, true)).limit(limit))
                .map(document -> new Unpublished(sealedPersons.open(document), document.traceparent()));
    }

    @Override
    public Mono<Void> markPublished(PersonId id, long version) {
        Document sameVersion = new Document("_id", id.value()).append("version", version);
        return Mono.from(persons.updateOne(sameVersion, Updates.set(PENDING, false)))
                .then();
    }

    @Override
    public Mono<Void> markAllUnpublished() {
        return Mono.from(persons.updateMany(Filters.eq(PENDING, false), Updates.set(PENDING, true)))
                .then();
    }

    private Mono<InsuredPerson> findBy(String field, String value) {
        return Mono.from(persons.find(Filters.eq(field, value)).first()).map(sealedPersons::open);
    }

    private static Mono<Saving> savingOf(Throwable duplicate) {
        return Mono.just(
                DuplicateKey.isIn(duplicate, BY_IDENTITY.name())
                        ? Saving.IDENTITY_NUMBER_TAKEN
                        : Saving.PERSON_NUMBER_TAKEN);
    }
}
