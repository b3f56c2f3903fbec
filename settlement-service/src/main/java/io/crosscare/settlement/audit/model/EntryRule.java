package io.crosscare.settlement.audit.model;

/** An invariant as far as it can be judged on one entry in its place. */
interface EntryRule {

    Invariant invariant();

    Verdict judge(PlacedEntry placed);
}
