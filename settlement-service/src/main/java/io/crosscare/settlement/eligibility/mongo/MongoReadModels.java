package io.crosscare.settlement.eligibility.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import io.crosscare.settlement.eligibility.model.Connectivity;
import io.crosscare.settlement.eligibility.model.ConnectivityRow;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link ReadModels} as one collection per owner's record, replaced only by a higher version. */
public final class MongoReadModels implements ReadModels {

    private static final String PERSON = "p";

    private final CopyCollection<PersonFacts, ?> persons;
    private final CopyCollection<FilingFacts, ?> filings;
    private final CopyCollection<InstitutionFacts, ?> institutions;
    private final CopyCollection<ConnectivityRow, ?> connectivity;
    private final CopyCollection<AgencyFacts, ?> agencies;
    private final CopyCollection<UploadFacts, ?> uploads;
    private final Function<Topic, Mono<Boolean>> freshness;

    /**
     * Reads and writes the copies.
     *
     * @param freshness whether what came over a topic may be believed alone
     */
    public MongoReadModels(MongoDatabase database, Function<Topic, Mono<Boolean>> freshness) {
        this.persons = new CopyCollection<>(database, CopyForm.INSURED_PERSON);
        this.filings = new CopyCollection<>(database, CopyForm.FILING);
        this.institutions = new CopyCollection<>(database, CopyForm.INSTITUTION);
        this.connectivity = new CopyCollection<>(database, CopyForm.CONNECTIVITY);
        this.agencies = new CopyCollection<>(database, CopyForm.AGENCY);
        this.uploads = new CopyCollection<>(database, CopyForm.FILING_UPLOAD);
        this.freshness = freshness;
    }

    public static List<Index> indexes() {
        return List.of(Index.on(CopyForm.FILING.collection(), PERSON));
    }

    @Override
    public Mono<PersonFacts> person(PersonId id) {
        return persons.find(id.value());
    }

    @Override
    public Flux<FilingFacts> filings(PersonId person) {
        return filings.find(Filters.eq(PERSON, person.value()));
    }

    @Override
    public Mono<InstitutionFacts> institution(InstitutionCode code) {
        return institutions.find(code.value());
    }

    @Override
    public Mono<Connectivity> connectivity() {
        return connectivity.find(Filters.empty()).collectList().map(Connectivity::new);
    }

    @Override
    public Mono<AgencyFacts> agency(RegionCode region) {
        return agencies.find(region.value());
    }

    @Override
    public Mono<UploadFacts> upload(String filingId) {
        return uploads.find(filingId);
    }

    @Override
    public Mono<Boolean> isFresh(Owner owner) {
        return Flux.fromArray(CopiedTopic.values())
                .filter(copied -> copied.owner() == owner && copied.decides())
                .map(CopiedTopic::topic)
                .concatMap(freshness)
                .all(isFresh -> isFresh);
    }

    @Override
    public Mono<Void> keep(CopiedRecord record) {
        CopyCollection<?, ?> collection = switch (record) {
            case PersonFacts _ -> persons;
            case FilingFacts _ -> filings;
            case InstitutionFacts _ -> institutions;
            case ConnectivityRow _ -> connectivity;
            case AgencyFacts _ -> agencies;
            case UploadFacts _ -> uploads;
        };
        return collection.keep(record);
    }
}
