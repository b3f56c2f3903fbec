package io.crosscare.settlement;

import io.crosscare.chassis.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The service keeps the rings of the suite. */
class ArchitectureTest {

    @Test
    void keepsTheRings() {
        ArchitectureRules.check("io.crosscare.settlement");
    }
}
