package io.crosscare.settlement.policy;

import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.document.DocumentFlaw;
import java.util.Map;

/**
 * A pack with the lines of its document, so that what is wrong with it as a whole can be pointed at too.
 *
 * @param lines in which the document's parts begin, by name, from 1
 */
record LocatedPack(PolicyPack pack, Map<String, Integer> lines) {

    LocatedPack {
        lines = Map.copyOf(lines);
    }

    /** A flaw of a part; of the document where it lacks the part. */
    DocumentFlaw flaw(String part, String zh, String en) {
        return new DocumentFlaw(lines.getOrDefault(part, 1), part, zh, en);
    }
}
