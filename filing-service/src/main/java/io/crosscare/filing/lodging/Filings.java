package io.crosscare.filing.lodging;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingState;
import io.crosscare.filing.lodging.model.FilingVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Port to the filings. Whatever can make a person's filings speak for more takes the person's next number, from 1 without gaps
 * and never given back, so that no two can do so unseen by each other.
 */
public interface Filings {

    /** What became of an addition. */
    enum Adding {
        ADDED,
        /** Another filing was lodged under the same key. */
        KEY_TAKEN,
        /** Another filing of the person was added since they were read. */
        NUMBER_TAKEN
    }

    /**
     * The request by which a filing was lodged or changed, both parts as keyed hashes.
     *
     * @param key of the caller, unique for ever
     * @param content what the request said
     */
    record Receipt(String key, String content) {}

    /** A filing and the request by which it was lodged. */
    record Receipted(Filing filing, Receipt receipt) {}

    /**
     * A filing with every request that was carried out on it.
     *
     * @param numbers of the person's that were taken for it, ascending
     * @param acts requests after the first, in order
     * @param untold versions that the feed of changes may not have yet, oldest first
     */
    record Kept(Filing filing, List<Integer> numbers, Receipt receipt, List<Receipt> acts, List<FilingVersion> untold) {

        public Kept {
            numbers = List.copyOf(numbers);
            acts = List.copyOf(acts);
            untold = List.copyOf(untold);
        }

        /** A filing of which the feed has everything but the latest version. */
        public Kept(Filing filing, int number, Receipt receipt, List<Receipt> acts) {
            this(filing, List.of(number), receipt, acts, List.of(FilingVersion.of(filing)));
        }

        /** The next version, by this request. */
        Kept after(Filing next, Receipt act) {
            return new Kept(
                    next,
                    numbers,
                    receipt,
                    Stream.concat(acts.stream(), Stream.of(act)).toList(),
                    untoldWith(next));
        }

        /** The next version, by nobody's request. */
        Kept after(Filing next) {
            return new Kept(next, numbers, receipt, acts, untoldWith(next));
        }

        /** The same with one more of the person's numbers. */
        Kept taking(int number) {
            return new Kept(
                    filing, Stream.concat(numbers.stream(), Stream.of(number)).toList(), receipt, acts, untold);
        }

        private List<FilingVersion> untoldWith(Filing next) {
            return Stream.concat(untold.stream(), Stream.of(FilingVersion.of(next)))
                    .toList();
        }
    }

    /** A filing whose latest version is not known to be published, with the trace that made it. */
    record Unpublished(Filing filing, @Nullable String traceparent) {}

    /**
     * Which filings are asked for, in the order of their ids.
     *
     * @param insuredRegions those the caller may see
     * @param after the last id of the page before
     */
    record Query(
            Set<RegionCode> insuredRegions,
            @Nullable PersonId personId,
            @Nullable RegionCode careRegion,
            @Nullable FilingState state,
            @Nullable FilingId after,
            int limit) {

        public Query {
            insuredRegions = Set.copyOf(insuredRegions);
        }
    }

    /**
     * All filings of a person, as they were at one time.
     *
     * @param nextNumber what may be taken by who has seen these
     */
    record Roll(List<Filing> filings, int nextNumber) {

        public Roll {
            filings = List.copyOf(filings);
        }

        /** The filings with their numbers. */
        public static Roll of(List<Kept> all) {
            return new Roll(
                    all.stream().map(Kept::filing).toList(),
                    1 + all.stream().mapToInt(kept -> kept.numbers().size()).sum());
        }
    }

    Mono<Filing> find(FilingId id);

    Mono<Kept> findKept(FilingId id);

    Mono<Receipted> findByKey(String key);

    /** All filings of a person, whatever became of them. */
    default Mono<List<Filing>> ofPerson(PersonId personId) {
        return rollOf(personId).map(Roll::filings);
    }

    Mono<Roll> rollOf(PersonId personId);

    Flux<Filing> list(Query query);

    /**
     * At most so many filings, whosever they are, in the order of their ids.
     *
     * @param after the id before; null from the first on
     */
    Flux<Filing> all(@Nullable FilingId after, int limit);

    /**
     * Adds a filing, all or nothing.
     *
     * @param number the person's next, see {@link Roll}
     */
    Mono<Adding> add(Filing filing, int number, Receipt receipt);

    /**
     * Puts the next version in the place of the one before; false where that one is gone, or a number it takes is taken, and
     * nothing has changed.
     */
    Mono<Boolean> replace(Kept next);

    /** Filings that were handed in to take another's place and have not yet. */
    Flux<Filing> replacing(int limit);

    /** The filings in force of a region whose last day this is, as many as there are. */
    Flux<Filing> endingOn(RegionCode insuredRegion, LocalDate lastDay);

    /**
     * The filings in force of a region whose promise is open and overdue after one of these days, as many as there are.
     *
     * @see FilingContent#overdueAfter()
     */
    Flux<Filing> promisedFor(RegionCode insuredRegion, Set<LocalDate> days);

    Flux<Unpublished> unpublished(int limit);

    /** Forgets the filing as unpublished, unless a later version has taken its place. */
    Mono<Void> markPublished(FilingId id, long version);

    /** Counts every filing as unpublished. */
    Mono<Void> markAllUnpublished();

    /** Filings with versions that the feed of changes may not have yet. */
    Flux<Kept> untold(int limit);

    /** Forgets what was untold of the filing, unless a later version has taken its place. */
    Mono<Void> markTold(FilingId id, long version);

    /** Counts every filing as untold that was stored before there was a feed. */
    Mono<Void> markEarlierUntold();
}
