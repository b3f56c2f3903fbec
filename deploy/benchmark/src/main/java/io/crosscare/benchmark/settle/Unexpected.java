package io.crosscare.benchmark.settle;

/** An answer other than the one a step must have, or none. Its message is the label it is counted under. */
final class Unexpected extends Exception {

    private static final long serialVersionUID = 1L;

    Unexpected(String label) {
        super(label);
    }

    Unexpected(String label, Throwable cause) {
        super(label, cause);
    }

    String label() {
        return String.valueOf(getMessage());
    }
}
