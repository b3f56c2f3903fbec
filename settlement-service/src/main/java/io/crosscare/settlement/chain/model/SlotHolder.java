package io.crosscare.settlement.chain.model;

/** What may hold the slot of a visit's scope, for good: the settlement of a bill, or the refusal of one. */
public sealed interface SlotHolder permits Settlement, Veto {}
