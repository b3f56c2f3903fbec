package io.crosscare.filing.insured;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.PersonNumber;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Insured persons in memory. Before the next write another request can be made to be faster. */
public final class FakeInsuredPersons implements InsuredPersons {

    private final Map<PersonId, InsuredPerson> persons = new HashMap<>();
    private final Map<PersonId, Long> published = new HashMap<>();
    private @Nullable Runnable faster;

    /** Runs before the next write is decided. */
    void letAnotherBeFaster(Runnable request) {
        faster = request;
    }

    @Override
    public Mono<InsuredPerson> find(PersonId id) {
        return Mono.justOrEmpty(persons.get(id));
    }

    @Override
    public Mono<InsuredPerson> find(RegionCode insuredRegion, PersonNumber personNumber) {
        return findFirst(person -> person.insuredRegion().equals(insuredRegion)
                && person.particulars().personNumber().equals(personNumber));
    }

    @Override
    public Mono<InsuredPerson> find(RegionCode insuredRegion, IdentityNumber identityNumber) {
        return findFirst(person -> person.insuredRegion().equals(insuredRegion)
                && person.particulars().identityNumber().equals(identityNumber));
    }

    @Override
    public Flux<InsuredPerson> all(@Nullable PersonId after, int limit) {
        return Flux.fromIterable(List.copyOf(persons.values()))
                .sort(Comparator.comparing(person -> person.id().value()))
                .filter(person -> after == null || person.id().value().compareTo(after.value()) > 0)
                .take(limit);
    }

    @Override
    public Flux<InsuredPerson> findAll(RegionCode insuredRegion, Collection<PersonNumber> personNumbers) {
        return Flux.fromIterable(List.copyOf(personNumbers)).concatMap(number -> find(insuredRegion, number));
    }

    @Override
    public Mono<List<Saving>> saveAll(List<InsuredPerson> some) {
        return Flux.fromIterable(some)
                .concatMap(person -> person.version() == 1 ? add(person) : replace(person))
                .collectList();
    }

    @Override
    public Mono<Saving> add(InsuredPerson person) {
        return Mono.fromSupplier(() -> {
            letTheFasterGoFirst();
            boolean isNumberTaken = others(person)
                    .anyMatch(other -> other.particulars()
                            .personNumber()
                            .equals(person.particulars().personNumber()));
            return isNumberTaken ? Saving.PERSON_NUMBER_TAKEN : put(person);
        });
    }

    @Override
    public Mono<Saving> replace(InsuredPerson person) {
        return Mono.fromSupplier(() -> {
            letTheFasterGoFirst();
            InsuredPerson before = persons.get(person.id());
            boolean isVersionBefore = before != null && before.version() == person.version() - 1;
            return isVersionBefore ? put(person) : Saving.CHANGED_MEANWHILE;
        });
    }

    @Override
    public Flux<Unpublished> unpublished(int limit) {
        return Flux.fromIterable(List.copyOf(persons.values()))
                .filter(person -> published.getOrDefault(person.id(), 0L) != person.version())
                .map(person -> new Unpublished(person, null))
                .take(limit);
    }

    @Override
    public Mono<Void> markPublished(PersonId id, long version) {
        return Mono.fromRunnable(() -> published.put(id, version));
    }

    @Override
    public Mono<Void> markAllUnpublished() {
        return Mono.fromRunnable(published::clear);
    }

    private Saving put(InsuredPerson person) {
        boolean isIdentityTaken = others(person)
                .anyMatch(other -> other.particulars()
                        .identityNumber()
                        .equals(person.particulars().identityNumber()));
        if (isIdentityTaken) {
            return Saving.IDENTITY_NUMBER_TAKEN;
        }
        persons.put(person.id(), person);
        return Saving.SAVED;
    }

    private Stream<InsuredPerson> others(InsuredPerson person) {
        return persons.values().stream()
                .filter(other -> other.insuredRegion().equals(person.insuredRegion()))
                .filter(other -> !other.id().equals(person.id()));
    }

    private void letTheFasterGoFirst() {
        Runnable first = faster;
        faster = null;
        if (first != null) {
            first.run();
        }
    }

    private Mono<InsuredPerson> findFirst(Predicate<InsuredPerson> predicate) {
        return Mono.justOrEmpty(persons.values().stream().filter(predicate).findFirst());
    }
}
