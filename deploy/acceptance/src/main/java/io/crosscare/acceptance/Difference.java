package io.crosscare.acceptance;

/** The suite did something else than it promises. The message names what was expected and what came, Chinese first. */
public final class Difference extends RuntimeException {

    public Difference(String message) {
        super(message);
    }

    public Difference(String message, Throwable cause) {
        super(message, cause);
    }
}
