package io.crosscare.settlement.benefit.model;

/**
 * One figure or reading of a policy with where it comes from. Every amount names the figures that decided it.
 *
 * @param id stable across packs, {@code ZJ.EMP.OP.DED.RET}; of a reading of an unclear text {@code READING.9}
 * @param source the document and place
 */
public record Figure<V>(String id, V value, String source, Confidence confidence) {

    /** The same provenance with another value, for what is derived from this figure alone. */
    public <W> Figure<W> withValue(W other) {
        return new Figure<>(id, other, source, confidence);
    }
}
