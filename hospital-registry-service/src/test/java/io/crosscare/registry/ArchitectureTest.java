package io.crosscare.registry;

import io.crosscare.chassis.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheArchitectureRules() {
        ArchitectureRules.check("io.crosscare.registry");
    }
}
