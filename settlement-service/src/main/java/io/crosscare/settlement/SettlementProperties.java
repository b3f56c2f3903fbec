package io.crosscare.settlement;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be set.
 *
 * @param sweepEvery pause between two turns that finish what stopped processes left in flight
 * @param queuePerPerson so many settlements, undos and credits of one person may be on their way at once; who comes then is told to
 *     come again (429)
 * @param eligibilityReadings file with how the regions read what their rules leave open, in the form of {@code eligibility-readings.json};
 *     null: as shipped
 */
@ConfigurationProperties("crosscare.settlement")
record SettlementProperties(
        @DefaultValue("5s") Duration sweepEvery,
        @DefaultValue("1024") int queuePerPerson,
        @Nullable Path eligibilityReadings) {}
