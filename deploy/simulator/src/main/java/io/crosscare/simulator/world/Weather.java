package io.crosscare.simulator.world;

import java.util.random.RandomGenerator;

/**
 * How often things go wrong, each in events of ten thousand. Drawn anew for each seed, so that some runs are calm in one
 * respect and stormy in another.
 *
 * @param crash a step of a service ends its process
 * @param storeCrash a step of the store is a power cut
 * @param lostRequest a message never arrives
 * @param lostReply what was done is not heard of
 * @param late a message arrives long after its sender gave up
 * @param twice a message arrives a second time
 * @param slow the store takes its time
 * @param still a process stands still, for long enough that others go on without it, and may end behind its next entry
 */
public record Weather(
        int crash, int storeCrash, int lostRequest, int lostReply, int late, int twice, int slow, int still) {

    private static final int OF = 10_000;

    public static final Weather CALM = new Weather(0, 0, 0, 0, 0, 0, 0, 0);

    /** While what is unknown is looked into: processes still end now and then. */
    public static final Weather MILD = new Weather(20, 0, 0, 0, 0, 500, 0, 0);

    public static Weather drawn(RandomGenerator random) {
        return new Weather(
                pick(random, 0, 15, 40, 100),
                pick(random, 0, 0, 40, 150),
                pick(random, 0, 20, 100, 300),
                pick(random, 0, 50, 200, 500),
                pick(random, 0, 20, 100, 300),
                pick(random, 0, 200, 1_000, 2_500),
                pick(random, 0, 0, 100, 1_000),
                pick(random, 0, 5, 15, 50));
    }

    private static int pick(RandomGenerator random, int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    static boolean strikes(RandomGenerator random, int often) {
        return often > 0 && random.nextInt(OF) < often;
    }
}
