package io.crosscare.gateway;

import io.crosscare.chassis.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheSuite() {
        ArchitectureRules.check("io.crosscare.gateway");
    }
}
