package io.crosscare.settlement.benefit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of one calculation while it goes. Where nobody wants to see them they are not even made. */
final class Steps {

    private static final int USUAL = 16;

    private final @Nullable List<Step> kept;

    private Steps(@Nullable List<Step> kept) {
        this.kept = kept;
    }

    static Steps kept() {
        return new Steps(new ArrayList<>(USUAL));
    }

    static Steps unseen() {
        return new Steps(null);
    }

    void add(Supplier<? extends Step> step) {
        if (kept != null) {
            kept.add(step.get());
        }
    }

    List<Step> all() {
        return kept == null ? List.of() : kept;
    }
}
