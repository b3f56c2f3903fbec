package io.crosscare.simulator.mutant;

import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.correction.chain.ChainOwner;
import io.crosscare.simulator.bus.BusFlaws;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A way of events that is false in one thing. */
final class BusMutations {

    private BusMutations() {}

    static Mutation dropping(int every) {
        return of(new BusFlaws() {
            @Override
            public boolean drops(int message) {
                return message % every == 0;
            }
        });
    }

    static Mutation committingFirst() {
        return of(new BusFlaws() {
            @Override
            public boolean commitsFirst() {
                return true;
            }
        });
    }

    /** Marks what it is about to have sent. */
    static Mutation markingFirst() {
        return new Mutation() {
            @Override
            public Outbox outbox(Outbox real) {
                return new Outbox() {
                    @Override
                    public Topic topic() {
                        return real.topic();
                    }

                    @Override
                    public Flux<PendingEvent> pending(int limit) {
                        return real.pending(limit)
                                .collectList()
                                .flatMapMany(events -> Flux.fromIterable(events)
                                        .concatMap(event -> real.markPublished(event))
                                        .thenMany(Flux.fromIterable(events)));
                    }

                    @Override
                    public Mono<Void> markPublished(PendingEvent event) {
                        return Mono.empty();
                    }

                    @Override
                    public Mono<Void> publishAgain() {
                        return real.publishAgain();
                    }
                };
            }
        };
    }

    static Mutation passingOverGaps() {
        return new Mutation() {
            @Override
            public ChainOwner owner(ChainOwner real) {
                return (_, _) -> Mono.just(List.of());
            }
        };
    }

    private static Mutation of(BusFlaws flaws) {
        return new Mutation() {
            @Override
            public BusFlaws bus() {
                return flaws;
            }
        };
    }
}
