package io.crosscare.benchmark.settle;

import java.util.List;

/**
 * What the settlement of long chains is compared on, and for how long.
 *
 * @param persons of each side of a comparison in a round
 * @param settlements of one measurement, taking turns among those persons
 * @param longChain entries of a person
 * @param shortChain entries of a person
 * @param much entries in the one store before the rounds
 * @param little entries in the other
 * @param warmUp requests through the gateway to each suite before anything counts
 * @param isTrial whether it is only tried: no bar is held
 */
record LongChainSettings(
        List<Part> parts,
        int rounds,
        int persons,
        int settlements,
        int longChain,
        int shortChain,
        int much,
        int little,
        int inFlight,
        int warmUp,
        long seed,
        boolean isTrial) {

    /** Whose settlements warm a suite up; none of them is measured. */
    static final int WARMING = 100;

    /** Requests of a visit from its registration to its settlement, or to a preview in its place. */
    static final int REQUESTS_OF_VISIT = 3;

    LongChainSettings {
        parts = parts.stream().distinct().sorted().toList();
        require(!parts.isEmpty(), "--part: 至少一项 / one at least");
        require(rounds >= 1, "--rounds: 应大于零 / must be positive");
        require(persons >= 1, "--persons: 应大于零 / must be positive");
        require(settlements >= persons, "--settlements: 不应少于 --persons / must not be fewer than --persons");
        require(shortChain >= 1, "--short: 应大于零 / must be positive");
        require(longChain > shortChain, "--long: 应大于 --short / must be more than --short");
        require(inFlight >= 1, "--in-flight: 应大于零 / must be positive");
        require(warmUp >= 0, "--warm-up: 不能为负 / must not be negative");
        if (parts.contains(Part.STORES)) {
            int littleMin = Math.addExact(ofShort(rounds, persons, shortChain), WARMING);
            int muchMin = Math.addExact(little, ofLong(parts, persons, longChain));
            require(little >= littleMin, "--little: 应不少于 %d / must be %d at least".formatted(littleMin, littleMin));
            require(much >= muchMin, "--much: 应不少于 %d / must be %d at least".formatted(muchMin, muchMin));
        }
    }

    /** What is compared. */
    enum Part {
        /** Two stores, one of which has many more entries. */
        STORES("库中记录数", "entries in the store", 1.2),
        /** Two kinds of persons, one of which has many more entries. */
        PERSONS("个人记录数", "entries of the person", 1.1);

        private final String zh;
        private final String en;
        private final double ratioMax;

        Part(String zh, String en, double ratioMax) {
            this.zh = zh;
            this.en = en;
            this.ratioMax = ratioMax;
        }

        String zh() {
            return zh;
        }

        String en() {
            return en;
        }

        /** The bar: processor time per settlement with much over that with little. */
        double ratioMax() {
            return ratioMax;
        }
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    /** Entries of all persons with a short chain that one side of a comparison needs: others in each round. */
    int ofShort() {
        return ofShort(rounds, persons, shortChain);
    }

    private static int ofShort(int rounds, int persons, int shortChain) {
        return Math.multiplyExact(Math.multiplyExact(rounds, persons), shortChain);
    }

    /** Entries of all persons with a long chain; the same ones in each round. */
    int ofLong() {
        return ofLong(parts, persons, longChain);
    }

    private static int ofLong(List<Part> parts, int persons, int longChain) {
        return parts.contains(Part.PERSONS) ? Math.multiplyExact(persons, longChain) : 0;
    }

    /** How many visits can be settled to warm up without making the smaller store larger than it should be. */
    int settledToWarmUp() {
        return Math.min(little - ofShort() - WARMING, visitsToWarmUp());
    }

    int visitsToWarmUp() {
        return Math.ceilDiv(warmUp, REQUESTS_OF_VISIT);
    }

    /** What the store with few entries lacks when persons and warm-up have made theirs. */
    int fillingOfLittle() {
        return little - ofShort() - WARMING - settledToWarmUp();
    }

    int fillingOfMuch() {
        return much - ofLong() - ofShort() - WARMING - settledToWarmUp();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
