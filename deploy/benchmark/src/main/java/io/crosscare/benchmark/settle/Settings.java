package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.settle.Entrance.Through;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is measured, and how long.
 *
 * @param warmUp requests through the gateway before anything counts
 * @param seconds of one measurement
 * @param rawSeconds of one measurement of raw inserts; 0 leaves them out
 * @param lines of one bill
 * @param checked persons whose chains are read afterwards, at most
 */
record Settings(
        Mode mode,
        List<Through> throughs,
        List<Load> loads,
        int rounds,
        int seconds,
        int rawSeconds,
        int warmUp,
        int persons,
        int lines,
        int checked,
        long seed) {

    Settings {
        throughs = List.copyOf(throughs);
        loads = List.copyOf(loads);
        requirePositive("--rounds", rounds);
        requirePositive("--seconds", seconds);
        requirePositive("--persons", persons);
        requirePositive("--lines", lines);
        requirePositive("--checked", checked);
        if (rawSeconds < 0 || warmUp < 0) {
            throw new IllegalArgumentException("--raw-seconds, --warm-up: 不能为负 / must not be negative");
        }
        if (loads.isEmpty() || throughs.isEmpty()) {
            throw new IllegalArgumentException("没有要测的 / nothing to measure: --rate, --saturation, --through");
        }
    }

    /** What a visit goes through inside the measurement. */
    enum Mode {
        /** Registered and filled beforehand; only the settlement is asked for. */
        SETTLE(EnumSet.of(Step.SETTLE)),
        /** Everything: register, fee lines, preview, settle. */
        FLOW(EnumSet.allOf(Step.class));

        @SuppressWarnings("ImmutableEnumChecker") // never changed; no immutable set keeps an enum's order
        private final Set<Step> steps;

        Mode(Set<Step> steps) {
            this.steps = steps;
        }

        Set<Step> steps() {
            return EnumSet.copyOf(steps);
        }
    }

    /** How requests arrive. */
    sealed interface Load {

        String zh();

        String en();

        /** At a fixed rate, an open loop. */
        record AtRate(int perSecond) implements Load {

            public AtRate {
                requirePositive("--rate", perSecond);
            }

            @Override
            public String zh() {
                return "每秒 " + perSecond;
            }

            @Override
            public String en() {
                return perSecond + "/s";
            }
        }

        /** As many as the suite can take, a closed loop. */
        record Saturated(int inFlight) implements Load {

            public Saturated {
                requirePositive("--in-flight", inFlight);
            }

            @Override
            public String zh() {
                return "饱和，并发 " + inFlight;
            }

            @Override
            public String en() {
                return "saturated, " + inFlight + " in flight";
            }
        }
    }

    /** One row of the report. */
    record Case(Through through, Load load) {}

    /** In the order of a round. */
    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Load load : loads) {
            for (Through through : throughs) {
                cases.add(new Case(through, load));
            }
        }
        return cases;
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + ": 应大于零 / must be positive");
        }
    }
}
