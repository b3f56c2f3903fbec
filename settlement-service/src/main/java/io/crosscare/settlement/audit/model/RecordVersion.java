package io.crosscare.settlement.audit.model;

/** Which version of a record somebody has. */
public record RecordVersion(String id, long version) {}
