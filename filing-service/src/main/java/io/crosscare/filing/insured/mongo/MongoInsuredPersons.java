package io.crosscare.filing.insured.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Insured persons by id and by blind index. Two unique indexes decide every race. */
public final class MongoInsuredPersons implements InsuredPersons {

    private static final String COLLECTION = "insured_persons";
    private static final String PENDING = "pending";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
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
        return Mono.defer(() -> Mono.from(
                        persons.replaceOne(versionBefore(person), sealedPersons.seal(person, traces.traceparent()))))
                .map(result -> result.getMatchedCount() == 1 ? Saving.SAVED : Saving.CHANGED_MEANWHILE)
                .onErrorResume(DuplicateKey::isIn, MongoInsuredPersons::savingOf);
    }

    @Override
    public Flux<InsuredPerson> findAll(RegionCode insuredRegion, Collection<PersonNumber> personNumbers) {
        List<String> indexes = personNumbers.stream()
                .map(number -> sealedPersons.indexOf(insuredRegion, number))
                .toList();
        return indexes.isEmpty()
                ? Flux.empty()
                : Flux.from(persons.find(Filters.in("numberIndex", indexes))).map(sealedPersons::open);
    }

    @Override
    public Mono<List<Saving>> saveAll(List<InsuredPerson> some) {
        return some.isEmpty()
                ? Mono.just(List.of())
                : Mono.fromSupplier(() -> some.stream().map(this::writeOf).toList())
                        .flatMap(writes -> Mono.from(persons.bulkWrite(writes, UNORDERED)))
                        .map(result -> new Written(result.getMatchedCount(), List.of()))
                        .onErrorResume(
                                MongoBulkWriteException.class,
                                bulk -> Written.of(bulk)
                                        .<Mono<Written>>map(Mono::just)
                                        .orElseGet(() -> Mono.error(bulk)))
                        .flatMap(written -> savingsOf(some, written));
    }

    private WriteModel<InsuredPersonDocument> writeOf(InsuredPerson person) {
        InsuredPersonDocument sealed = sealedPersons.seal(person, traces.traceparent());
        return person.version() == 1
                ? new InsertOneModel<>(sealed)
                : new ReplaceOneModel<>(versionBefore(person), sealed);
    }

    /**
     * What a bulk write came to.
     *
     * @param matched how many replaced documents were found
     * @param duplicates errors 11000 alone
     */
    private record Written(int matched, List<BulkWriteError> duplicates) {

        /** Empty where anything but a duplicate went wrong. */
        static Optional<Written> of(MongoBulkWriteException bulk) {
            boolean hasOnlyDuplicates = bulk.getWriteConcernError() == null
                    && bulk.getWriteErrors().stream().allMatch(DuplicateKey::is);
            return hasOnlyDuplicates
                    ? Optional.of(new Written(bulk.getWriteResult().getMatchedCount(), bulk.getWriteErrors()))
                    : Optional.empty();
        }
    }

    private Mono<List<Saving>> savingsOf(List<InsuredPerson> some, Written written) {
        Map<Integer, Saving> refused = new HashMap<>();
        written.duplicates().forEach(error -> refused.put(error.getIndex(), savingOf(error)));
        List<Integer> replaced = IntStream.range(0, some.size())
                .filter(i -> some.get(i).version() > 1 && !refused.containsKey(i))
                .boxed()
                .toList();
        if (replaced.size() == written.matched()) {
            return Mono.just(inOrder(some.size(), refused));
        }
        return Flux.fromIterable(replaced)
                .filterWhen(i -> isStored(some.get(i)).map(isStored -> !isStored))
                .collectMap(i -> i, _ -> Saving.CHANGED_MEANWHILE)
                .map(lost -> {
                    lost.putAll(refused);
                    return inOrder(some.size(), lost);
                });
    }

    /** A bulk write says how many versions it found to replace, not which. */
    private Mono<Boolean> isStored(InsuredPerson person) {
        return find(person.id()).map(person::equals).defaultIfEmpty(false);
    }

    private static List<Saving> inOrder(int size, Map<Integer, Saving> refused) {
        return IntStream.range(0, size)
                .mapToObj(i -> refused.getOrDefault(i, Saving.SAVED))
                .toList();
    }

    private static Saving savingOf(BulkWriteError error) {
        return DuplicateKey.is(error, BY_IDENTITY.name()) ? Saving.IDENTITY_NUMBER_TAKEN : Saving.PERSON_NUMBER_TAKEN;
    }

    private static Document versionBefore(InsuredPerson person) {
        return new Document("_id", person.id().value()).append("version", person.version() - 1);
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
