package io.crosscare.registry.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of capability kinds, in its own order. */
public final class CapabilityBook {

    private final List<CapabilityKind> kinds;
    private final Map<String, CapabilityKind> byName;

    /**
     * The table of these kinds.
     *
     * @throws IllegalStateException when a name appears twice
     */
    public CapabilityBook(List<CapabilityKind> kinds) {
        this.kinds = List.copyOf(kinds);
        this.byName = kinds.stream().collect(Collectors.toUnmodifiableMap(CapabilityKind::name, Function.identity()));
    }

    public List<CapabilityKind> kinds() {
        return kinds;
    }

    /**
     * The kind of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public CapabilityKind require(String name) {
        CapabilityKind kind = byName.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no such capability");
        }
        return kind;
    }

    /** The kind of a name that was stored: perhaps by an installation whose table had more. */
    public CapabilityKind ofStored(String name) {
        CapabilityKind kind = byName.get(name);
        return kind == null ? CapabilityKind.unexplained(name) : kind;
    }
}
