package io.crosscare.settlement;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be set.
 *
 * @param sweepEvery pause between two turns that finish what stopped processes left in flight
 */
@ConfigurationProperties("crosscare.settlement")
record SettlementProperties(@DefaultValue("5s") Duration sweepEvery) {}
