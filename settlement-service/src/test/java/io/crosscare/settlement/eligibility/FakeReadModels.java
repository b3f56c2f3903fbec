package io.crosscare.settlement.eligibility;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import io.crosscare.settlement.eligibility.model.Connectivity;
import io.crosscare.settlement.eligibility.model.ConnectivityRow;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The copies for tests, kept to the same contract as the store's; fresh until a test says otherwise. */
public final class FakeReadModels implements ReadModels {

    private final Map<PersonId, PersonFacts> persons = new ConcurrentHashMap<>();
    private final Map<String, FilingFacts> filings = new ConcurrentHashMap<>();
    private final Map<InstitutionCode, InstitutionFacts> institutions = new ConcurrentHashMap<>();
    private final Map<String, ConnectivityRow> rows = new ConcurrentHashMap<>();
    private final Map<RegionCode, AgencyFacts> agencies = new ConcurrentHashMap<>();
    private final Map<String, UploadFacts> uploads = new ConcurrentHashMap<>();
    private final Set<Owner> stale = EnumSet.noneOf(Owner.class);

    public void stale(Owner owner) {
        stale.add(owner);
    }

    @Override
    public Mono<PersonFacts> person(PersonId id) {
        return Mono.fromSupplier(() -> persons.get(id));
    }

    @Override
    public Flux<FilingFacts> filings(PersonId person) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(filings.values())))
                .filter(filing -> filing.person().equals(person));
    }

    @Override
    public Mono<InstitutionFacts> institution(InstitutionCode code) {
        return Mono.fromSupplier(() -> institutions.get(code));
    }

    @Override
    public Mono<Connectivity> connectivity() {
        return Mono.fromSupplier(() -> new Connectivity(List.copyOf(rows.values())));
    }

    @Override
    public Mono<AgencyFacts> agency(RegionCode region) {
        return Mono.fromSupplier(() -> agencies.get(region));
    }

    @Override
    public Mono<UploadFacts> upload(String filingId) {
        return Mono.fromSupplier(() -> uploads.get(filingId));
    }

    @Override
    public Mono<Boolean> isFresh(Owner owner) {
        return Mono.fromSupplier(() -> !stale.contains(owner));
    }

    @Override
    public Mono<Void> keep(CopiedRecord record) {
        return switch (record) {
            case PersonFacts person -> merge(persons, person.id(), person);
            case FilingFacts filing -> merge(filings, filing.id(), filing);
            case InstitutionFacts institution -> merge(institutions, institution.code(), institution);
            case ConnectivityRow row -> merge(rows, row.id(), row);
            case AgencyFacts agency -> merge(agencies, agency.region(), agency);
            case UploadFacts upload -> merge(uploads, upload.filingId(), upload);
        };
    }

    private static <K, V extends CopiedRecord> Mono<Void> merge(Map<K, V> copies, K key, V value) {
        BinaryOperator<V> higher = (present, given) -> given.version() > present.version() ? given : present;
        return Mono.fromRunnable(() -> copies.merge(key, value, higher));
    }
}
