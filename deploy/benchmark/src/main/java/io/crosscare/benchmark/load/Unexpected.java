package io.crosscare.benchmark.load;

/** An answer other than the one a step must have, or none. Its message is the label it is counted under. */
public final class Unexpected extends Exception {

    private static final long serialVersionUID = 1L;

    public Unexpected(String label) {
        super(label);
    }

    public Unexpected(String label, Throwable cause) {
        super(label, cause);
    }

    public String label() {
        return String.valueOf(getMessage());
    }
}
