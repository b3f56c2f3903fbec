package io.crosscare.benchmark.settle;

/** A stretch of a run, in which requests never pause from its first second to its last. */
sealed interface Phase {

    int fromSecond();

    int seconds();

    String zh();

    String en();

    /** The first second that is not of it. */
    default int untilSecond() {
        return fromSecond() + seconds();
    }

    /** Nobody has been sick yet. */
    record Well(int fromSecond, int seconds) implements Phase {

        @Override
        public String zh() {
            return "都正常";
        }

        @Override
        public String en() {
            return "all well";
        }
    }

    /** One neighbour is suspended, or was killed when the phase began. */
    record Sick(Neighbour neighbour, int fromSecond, int seconds) implements Phase {

        @Override
        public String zh() {
            return neighbour.zh() + "不应答";
        }

        @Override
        public String en() {
            return neighbour.en() + " is sick";
        }
    }

    /** It goes on again. */
    record After(Neighbour neighbour, int fromSecond, int seconds) implements Phase {

        @Override
        public String zh() {
            return neighbour.zh() + "恢复后";
        }

        @Override
        public String en() {
            return "after " + neighbour.en();
        }
    }
}
