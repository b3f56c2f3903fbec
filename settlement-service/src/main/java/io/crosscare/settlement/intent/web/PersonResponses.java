package io.crosscare.settlement.intent.web;

import io.crosscare.settlement.chain.EntryStatement;
import io.crosscare.settlement.chain.model.Head;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers about a person's chain. */
final class PersonResponses {

    private PersonResponses() {}

    /**
     * A page of the chain.
     *
     * @param items 本页 · the entries
     */
    record ChainResponse(
            List<EntryStatement> items, @Nullable String nextCursor) {

        static ChainResponse of(List<EntryStatement> items, int page) {
            boolean mayGoOn = items.size() == page;
            return new ChainResponse(
                    items, mayGoOn ? Long.toString(items.getLast().seq() + 1) : null);
        }
    }

    /**
     * The counters at the head.
     *
     * @param counters 累计数 · amounts in fen, by name in a year (2019/pooled; of a school year
     *     2019S/pooled): deductible.outpatient, deductible.chronic, pooled, pooled.outpatient, pooled.chronic, cost, cost.outpatient,
     *     cost.chronic, large, burden, admissions; and account, without a year,
     *     externals and closed
     */
    record AccumulatorsResponse(String personId, HeadResponse head, Map<String, Long> counters) {

        static AccumulatorsResponse of(Head head) {
            return new AccumulatorsResponse(
                    head.person().value(),
                    new HeadResponse(head.seq(), head.hash().value()),
                    head.counters().values());
        }
    }

    /**
     * The latest entry of a chain.
     *
     * @param seq 链上序号 · its place; 0 for an empty chain
     */
    record HeadResponse(long seq, String hash) {}
}
