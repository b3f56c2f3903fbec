package io.crosscare.registry.seed;

/** A table that cannot be loaded; says which file, line and column. */
public final class SeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SeedException(String file, long line, String column, String rule) {
        super(file + " line " + line + ", " + column + ": " + rule);
    }
}
