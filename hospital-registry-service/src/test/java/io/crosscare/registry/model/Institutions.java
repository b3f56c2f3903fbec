package io.crosscare.registry.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Institutions for tests, made from shipped ones. */
public final class Institutions {

    private Institutions() {}

    /** A shipped institution with what has been announced for it. */
    public static Institution announced(String name, List<Suspension> suspensions, List<Outage> outages) {
        Institution shipped = ShippedFacts.institution(name);
        return new Institution(
                shipped.code(),
                shipped.isCodeProvisional(),
                shipped.name(),
                shipped.region(),
                shipped.district(),
                shipped.kind(),
                shipped.level(),
                shipped.capabilities(),
                shipped.coverage(),
                suspensions,
                outages,
                shipped.source());
    }

    public static Suspension suspension(String from, @Nullable String to, String reason) {
        return new Suspension(LocalDate.parse(from), to == null ? null : LocalDate.parse(to), reason);
    }
}
