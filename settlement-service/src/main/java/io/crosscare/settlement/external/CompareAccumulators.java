package io.crosscare.settlement.external;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.external.model.Comparison;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares persons' counters at the end of a day with those of their insured region's core system, and names each difference.
 * Changes nothing: a difference is mended by an external, or in the core.
 */
public final class CompareAccumulators {

    private static final int PERSONS_AT_ONCE = 4;

    private final KnownFacts knownFacts;
    private final Chain chain;
    private final ComparisonMeters meters;

    public CompareAccumulators(KnownFacts knownFacts, Chain chain, ComparisonMeters meters) {
        this.knownFacts = knownFacts;
        this.chain = chain;
        this.meters = meters;
    }

    /** A person's counters as the core has them. */
    public record CoreCounters(PersonId person, Counters counters) {}

    /**
     * What came of one person.
     *
     * @param comparison null where the region has no such person
     */
    public record Compared(PersonId person, @Nullable Comparison comparison) {}

    /** In the order given. */
    public Mono<List<Compared>> compare(RegionCode region, LocalDate day, List<CoreCounters> persons) {
        Instant end = day.plusDays(1).atStartOfDay(ChinaTime.ZONE).toInstant();
        return Flux.fromIterable(persons)
                .flatMapSequential(one -> compare(region, end, one), PERSONS_AT_ONCE)
                .doOnNext(compared -> meters.count(compared.comparison()))
                .collectList();
    }

    private Mono<Compared> compare(RegionCode region, Instant end, CoreCounters core) {
        return knownFacts
                .person(core.person())
                .filter(person -> person.insuredRegion().equals(region))
                .flatMap(person -> chain.head(person.id()))
                .flatMap(head -> at(head, end))
                .map(at -> new Compared(core.person(), Comparison.of(at.seq(), core.counters(), at.counters())))
                .defaultIfEmpty(new Compared(core.person(), null));
    }

    private record At(long seq, Counters counters) {}

    /** Time never runs back in a chain, so the last entry of a day is found by halves. */
    private Mono<At> at(Head head, Instant end) {
        return head.recordedAt().isBefore(end)
                ? Mono.just(new At(head.seq(), head.counters()))
                : search(head.person(), 0, head.seq(), end).flatMap(seq -> counters(head.person(), seq));
    }

    private Mono<Long> search(PersonId person, long before, long after, Instant end) {
        if (after - before <= 1) {
            return Mono.just(before);
        }
        long middle = before + (after - before) / 2;
        return chain.byId(new EntryId(person, middle))
                .flatMap(entry -> entry.link().recordedAt().isBefore(end)
                        ? search(person, middle, after, end)
                        : search(person, before, middle, end));
    }

    private Mono<At> counters(PersonId person, long seq) {
        return seq == 0
                ? Mono.just(new At(0, Counters.NONE))
                : chain.byId(new EntryId(person, seq))
                        .map(entry -> new At(seq, entry.link().after()));
    }
}
