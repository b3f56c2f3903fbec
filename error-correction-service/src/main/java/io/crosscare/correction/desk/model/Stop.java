package io.crosscare.correction.desk.model;

/** Why an order is not carried out. */
public sealed interface Stop {

    /**
     * From where the case stands no such step leads.
     *
     * @param order what was wanted
     */
    record NotFrom(Stage stage, Order order) implements Stop {}

    /** The case lies with somebody else. */
    record NotYours(Stage stage, Order order) implements Stop {}

    /** So much has been done with the case that no more can be kept. */
    record Full() implements Stop {}
}
