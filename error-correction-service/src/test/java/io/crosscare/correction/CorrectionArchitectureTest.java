package io.crosscare.correction;

import io.crosscare.chassis.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class CorrectionArchitectureTest {

    @Test
    void keepsTheRulesOfArchitecture() {
        ArchitectureRules.check("io.crosscare.correction");
    }
}
