package io.crosscare.settlement.eligibility;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
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
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link ReadModels} that remembers for {@link #KNOWN_FOR} what every settlement asks for and few records answer: the
 * institutions and the connectivity. What this instance keeps is seen at once; what another instance keeps, no later than
 * that, which leaves most of the second in which a change is to be effective.
 */
public final class RecentCopies implements ReadModels {

    /** Short beside the second a change may take, long beside the time between two settlements of a busy hour. */
    static final Duration KNOWN_FOR = Duration.ofMillis(250);

    private static final int INSTITUTIONS_MAX = 10_000;

    /** There is one connectivity, of all regions. */
    private static final Object ALL = new Object();

    private final ReadModels stored;
    private final AsyncCache<InstitutionCode, InstitutionFacts> institutions;
    private final AsyncCache<Object, Connectivity> connectivity;

    /**
     * Remembers.
     *
     * @param stored where the copies are
     */
    public RecentCopies(ReadModels stored, Ticker ticker) {
        this.stored = stored;
        this.institutions = Caffeine.newBuilder()
                .expireAfterWrite(KNOWN_FOR)
                .maximumSize(INSTITUTIONS_MAX)
                .ticker(ticker)
                .executor(Runnable::run)
                .buildAsync();
        this.connectivity = Caffeine.newBuilder()
                .expireAfterWrite(KNOWN_FOR)
                .ticker(ticker)
                .executor(Runnable::run)
                .buildAsync();
    }

    @Override
    public Mono<PersonFacts> person(PersonId id) {
        return stored.person(id);
    }

    @Override
    public Flux<FilingFacts> filings(PersonId person) {
        return stored.filings(person);
    }

    @Override
    public Mono<InstitutionFacts> institution(InstitutionCode code) {
        return recent(institutions, code, stored.institution(code));
    }

    @Override
    public Mono<Connectivity> connectivity() {
        return recent(connectivity, ALL, stored.connectivity());
    }

    @Override
    public Mono<AgencyFacts> agency(RegionCode region) {
        return stored.agency(region);
    }

    @Override
    public Mono<UploadFacts> upload(String filingId) {
        return stored.upload(filingId);
    }

    @Override
    public Mono<Boolean> isFresh(Owner owner) {
        return stored.isFresh(owner);
    }

    @Override
    public Mono<Void> keep(CopiedRecord record) {
        return stored.keep(record).doFinally(_ -> forget(record));
    }

    private void forget(CopiedRecord record) {
        switch (record) {
            case InstitutionFacts institution -> institutions.synchronous().invalidate(institution.code());
            case ConnectivityRow _ -> connectivity.synchronous().invalidate(ALL);
            case PersonFacts _, FilingFacts _, AgencyFacts _, UploadFacts _ -> {}
        }
    }

    /** One read for all who ask meanwhile; nothing found and a fault are not remembered. Whoever gives up stops only its own wait. */
    private static <K, V> Mono<V> recent(AsyncCache<K, V> cache, K key, Mono<V> read) {
        return Mono.defer(() -> Mono.fromFuture(cache.get(key, (_, _) -> read.toFuture()), true));
    }
}
