package io.crosscare.correction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be set.
 *
 * @param askEvery pause between two turns of asking neighbours that were silent
 * @param countEvery pause between two counts of open cases for the gauge
 * @param watchEvery pause between two looks at the deadlines
 * @param recheckEvery pause between two looks for bills about which settlement is to be asked again
 */
@ConfigurationProperties("crosscare.correction")
public record CorrectionProperties(
        @DefaultValue("5s") Duration askEvery,
        @DefaultValue("15s") Duration countEvery,
        @DefaultValue("30s") Duration watchEvery,
        @DefaultValue("2s") Duration recheckEvery) {

    public CorrectionProperties {
        if (!askEvery.isPositive()
                || !countEvery.isPositive()
                || !watchEvery.isPositive()
                || !recheckEvery.isPositive()) {
            throw new IllegalArgumentException("the pauses of crosscare.correction are positive");
        }
    }
}
