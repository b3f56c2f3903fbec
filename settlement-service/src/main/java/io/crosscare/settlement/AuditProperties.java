package io.crosscare.settlement;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be set of audits.
 *
 * @param nightly whether one is begun each night
 * @param nightlyAt when, in China; a night on which nothing ran within the hour is left out
 * @param deadline after which an audit is given up
 * @param pause before something that looked wrong is looked at again
 * @param patience how long in all an audit waits for work under way and for events to arrive
 */
@ConfigurationProperties("crosscare.settlement.audit")
record AuditProperties(
        @DefaultValue("true") boolean nightly,
        @DefaultValue("03:30") LocalTime nightlyAt,
        @DefaultValue("6h") Duration deadline,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("30s") Duration patience) {}
