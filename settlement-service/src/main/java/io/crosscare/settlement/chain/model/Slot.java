package io.crosscare.settlement.chain.model;

/**
 * The write-once register that holds at most one live settlement per visit and scope, whatever key it comes under. An undone
 * settlement frees the next generation of its slot.
 */
public record Slot(String value) {

    private static final String PLACE = "seq:";
    private static final String EXTERNAL = "external:";

    /** The first generation of a visit's scope. */
    public static Slot of(VisitId visit, Scope scope) {
        return of(visit, scope, 0);
    }

    public static Slot of(VisitId visit, Scope scope, int generation) {
        if (generation < 0) {
            throw new IllegalArgumentException("generations begin with 0");
        }
        return new Slot(visit.value() + ":" + scope.text() + ":" + generation);
    }

    /** The slot of an entry that competes with no other: its own place. */
    public static Slot ofSeq(long seq) {
        return new Slot(PLACE + seq);
    }

    /** The place that the insured region's core system gave a payment among the person's. */
    public static Slot ofExternal(long sequence) {
        return new Slot(EXTERNAL + sequence);
    }

    /** Whether it is an entry's own place, which two entries can only want together with the place itself. */
    public boolean isPlace() {
        return value.startsWith(PLACE);
    }
}
