package io.crosscare.filing.insured.kafka;

/** The record that is the body of the event, for tests outside its package. */
public final class InsuredPersonMessages {

    private InsuredPersonMessages() {}

    public static Class<?> body() {
        return InsuredPersonMessage.class;
    }
}
