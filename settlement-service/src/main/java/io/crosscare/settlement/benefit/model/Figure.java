package io.crosscare.settlement.benefit.model;

/**
 * One figure or reading of a policy with where it comes from. Every amount names the figures that decided it.
 *
 * @param reference names it in explanations: made once with its pack, for every explanation that rests on it
 */
public record Figure<V>(V value, Confidence confidence, Reference reference) {

    /**
     * A figure as its pack gives it.
     *
     * @param id stable across packs, {@code ZJ.EMP.OP.DED.RET}; of a reading of an unclear text {@code READING.9}
     * @param source the document and place
     */
    public static <V> Figure<V> of(String id, V value, String source, Confidence confidence) {
        return new Figure<>(value, confidence, Reference.to(id, value, source, confidence));
    }

    public String id() {
        return reference.id();
    }

    public String source() {
        return reference.source();
    }
}
