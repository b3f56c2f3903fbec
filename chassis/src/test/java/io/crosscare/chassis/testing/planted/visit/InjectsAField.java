package io.crosscare.chassis.testing.planted.visit;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks rule 8. */
public class InjectsAField {

    @Autowired
    public @Nullable String injected;
}
