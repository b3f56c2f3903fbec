package io.crosscare.benchmark.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ServiceMetricsTest {

    @Test
    void addsThePausesOfAllCollectors() {
        double seconds = ServiceMetrics.pauseSecondsIn("""
            # TYPE jvm_gc_pause_seconds summary
            jvm_gc_pause_seconds_count{action="end of minor GC",application="filing",gc="Copy"} 2
            jvm_gc_pause_seconds_sum{action="end of minor GC",application="filing",gc="Copy"} 0.16
            jvm_gc_pause_seconds_sum{action="end of major GC",application="filing",gc="MarkSweepCompact"} 1.25E-1
            jvm_gc_pause_seconds_max{action="end of minor GC",application="filing",gc="Copy"} 0.106
            """);

        assertThat(seconds).isCloseTo(0.285, within(1e-9));
    }

    @Test
    void countsPublishedEntriesAndNoOtherEvents() {
        double published = ServiceMetrics.publishedEntriesIn("""
            crosscare_events_consumed_total{application="settlement",topic="filing.filing.v1"} 200.0
            crosscare_events_published_total{application="settlement",topic="settlement.refusal.v1"} 7.0
            crosscare_events_published_total{application="settlement",topic="settlement.settlement.v1"} 4272.0
            """);

        assertThat(published).isEqualTo(4_272);
    }

    @Test
    void tellsTheAgeOfTheOldestCopy() {
        String ages = """
            crosscare_copies_age_seconds{application="settlement",topic="filing.filing.v1"} 8.25
            crosscare_copies_age_seconds{application="settlement",topic="registry.connectivity.v1"} 27.5
            """;

        assertThat(ServiceMetrics.oldestCopySecondsIn(ages)).isEqualTo(27.5);
        assertThat(ServiceMetrics.oldestCopySecondsIn(ages.replace("8.25", "+Inf")))
                .isInfinite();
    }

    @Test
    void isNothingBeforeTheFirst() {
        assertThat(ServiceMetrics.pauseSecondsIn("jvm_threads_live_threads 20\n"))
                .isZero();
        assertThat(ServiceMetrics.publishedEntriesIn("jvm_threads_live_threads 20\n"))
                .isZero();
    }
}
