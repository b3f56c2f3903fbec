package io.crosscare.acceptance.cases;

/** A file is no file of cases. The message says why, Chinese first. */
final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(message);
    }
}
