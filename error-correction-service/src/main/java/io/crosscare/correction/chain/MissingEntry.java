package io.crosscare.correction.chain;

/** An entry was announced before others that its owner says do not exist: no number of attempts will make sense of it. */
public final class MissingEntry extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingEntry() {
        super("the owner's chain ends before the entry that was announced");
    }
}
