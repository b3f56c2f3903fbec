package io.crosscare.simulator.suite;

import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.direct.model.Outcome;
import org.jspecify.annotations.Nullable;

/** What a client is told. */
public sealed interface Answer {

    /** The entry its request came to, now or before. */
    record Written(Entry entry, boolean isReplay) implements Answer {}

    /** No, for a reason; the key stays free. */
    record Refused(String reason) implements Answer {}

    /** What became of the key asked for, and the entry that says so. */
    record Known(Outcome outcome, @Nullable Entry entry) implements Answer {}

    /** Where the chain ends. */
    record Seen(HeadName head) implements Answer {}

    /** A fault of one of the kinds that say that nothing is known. */
    record Fault(ProblemType type) implements Answer {}

    /** Nothing, however long the client waited. */
    record Silence() implements Answer {}
}
