package io.crosscare.chassis.agency.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.agency.Agencies;
import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.testing.EventContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The agency's event against the contract its publisher keeps. */
class KeepAgenciesTest {

    private static final String CONTRACT = EventContract.text("registry.agency.v1");

    @Test
    void readsWhatTheContractSays() {
        Agency agency = read(CONTRACT);

        assertThat(agency).isEqualTo(new Agency(new RegionCode("321100"), "镇江市医疗保险基金管理中心", "0511-85340390", 3));
        assertThat(read(EventContract.grown(CONTRACT))).isEqualTo(agency);
    }

    @Test
    void noticesWhenAnythingItReadsIsGone() {
        assertThat(EventContract.unnoticed(CONTRACT, AgencyMessage.class, KeepAgenciesTest::read))
                .isEmpty();
    }

    private static Agency read(String text) {
        Kept kept = new Kept(new ArrayList<>());
        new KeepAgencies(kept)
                .on(new ReceivedEvent("321100", "io.crosscare.registry.agency.v1", "id", 3, Instant.EPOCH, text, null))
                .block();
        return kept.agencies().getFirst();
    }

    /** What was kept. */
    private record Kept(List<Agency> agencies) implements Agencies {

        @Override
        public Mono<Agency> find(RegionCode region) {
            return Flux.fromIterable(agencies).next();
        }

        @Override
        public Mono<Void> keep(Agency agency) {
            return Mono.fromRunnable(() -> agencies.add(agency));
        }
    }
}
