package io.crosscare.settlement.audit.model;

import java.util.List;

/** An invariant over what a whole chain comes to. */
interface ChainRule {

    void judge(List<ChainFact> facts, Tally tally);
}
