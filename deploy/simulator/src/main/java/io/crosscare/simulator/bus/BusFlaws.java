package io.crosscare.simulator.bus;

/** In what a bus or its consumer may be false. Each answer here is that of a sound one. */
public interface BusFlaws {

    BusFlaws NONE = new BusFlaws() {};

    /** Whether the so-manieth message is acknowledged and thrown away. */
    default boolean drops(int message) {
        return false;
    }

    /** Whether an offset is committed before the effect is stored. */
    default boolean commitsFirst() {
        return false;
    }
}
