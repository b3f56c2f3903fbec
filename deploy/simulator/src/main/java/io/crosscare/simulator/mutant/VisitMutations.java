package io.crosscare.simulator.mutant;

import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Visits that are false in one thing, for whoever settles or for the sweeper. */
final class VisitMutations {

    private VisitMutations() {}

    /** Says that the marker is set, and sets none. */
    static Mutation withoutMarker() {
        return new Mutation() {
            @Override
            public Visits visits(Visits real) {
                return new PassingVisits(real) {
                    @Override
                    public Mono<Boolean> replace(Visit visit) {
                        return visit instanceof Visit.Settling ? Mono.just(true) : super.replace(visit);
                    }
                };
            }
        };
    }

    static Mutation sweepingUnderANewKey() {
        return swept(real -> new PassingVisits(real) {
            @Override
            public Flux<Visit.Settling> settlingSince(Instant before, int limit) {
                return super.settlingSince(before, limit).map(VisitMutations::underANewKey);
            }
        });
    }

    private static Visit.Settling underANewKey(Visit.Settling visit) {
        Marker marker = visit.marker();
        Marker other = new Marker(
                marker.scope(),
                new Key(marker.key().value() + "-swept"),
                marker.requestHash(),
                marker.billHash(),
                marker.previewedHead(),
                marker.invoiceNumber(),
                marker.traceparent(),
                marker.since());
        return new Visit.Settling(
                visit.registration(), visit.fees(), visit.file(), other, visit.unpublished(), visit.version());
    }

    /** Opens what it finds, and has nothing left to finish. */
    static Mutation reopening() {
        return swept(real -> new PassingVisits(real) {
            @Override
            public Flux<Visit.Settling> settlingSince(Instant before, int limit) {
                return super.settlingSince(before, limit)
                        .concatMap(visit -> super.replace(visit.reopened()).thenMany(Flux.empty()));
            }
        });
    }

    /** Takes every opening again of an undone scope for done. */
    static Mutation leavingUndone() {
        return new Mutation() {
            @Override
            public Visits visits(Visits real) {
                return new PassingVisits(real) {
                    @Override
                    public Mono<Boolean> replace(Visit visit) {
                        return super.find(visit.id())
                                .flatMap(present ->
                                        isUnsettling(present, visit) ? Mono.just(true) : super.replace(visit));
                    }
                };
            }
        };
    }

    private static boolean isUnsettling(Visit present, Visit next) {
        return settledBy(next).size() < settledBy(present).size();
    }

    private static List<EntryId> settledBy(Visit visit) {
        return visit.fees().batches().stream()
                .flatMap(batch -> Optional.ofNullable(batch.settledBy()).stream())
                .toList();
    }

    private static Mutation swept(UnaryOperator<Visits> around) {
        return new Mutation() {
            @Override
            public Visits sweptVisits(Visits seen) {
                return around.apply(seen);
            }
        };
    }
}
