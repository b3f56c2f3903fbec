package io.crosscare.settlement.audit.model;

/**
 * Who has an invoice, as the register says.
 *
 * @param id institution and number
 * @param person whose settlement it is
 * @param key of that settlement
 */
public record StoredInvoice(String id, String person, String key) {}
