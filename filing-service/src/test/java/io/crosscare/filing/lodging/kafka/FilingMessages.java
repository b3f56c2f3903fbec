package io.crosscare.filing.lodging.kafka;

/** The record that is the body of the event, for tests outside its package. */
public final class FilingMessages {

    private FilingMessages() {}

    public static Class<?> body() {
        return FilingMessage.class;
    }
}
