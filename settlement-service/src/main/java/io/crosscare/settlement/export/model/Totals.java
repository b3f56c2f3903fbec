package io.crosscare.settlement.export.model;

import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.export.model.ExportLine.End;
import io.crosscare.settlement.export.model.ExportLine.HeadLine;

/**
 * What a file holds so far.
 *
 * @param digest of all its heads in their order: a number that an auditor notes down and compares years later
 */
public record Totals(long chains, long entries, ContentHash digest) {

    public static final Totals NONE = new Totals(0, 0, ContentHash.NONE);

    private static final String VERSION = "x1";

    public Totals withEntry() {
        return new Totals(chains, entries + 1, digest);
    }

    public Totals with(HeadLine head) {
        ContentHash next = new CanonicalForm(VERSION)
                .text(digest.value())
                .text(head.person().value())
                .number(head.firstSeq())
                .number(head.seq())
                .text(head.hash())
                .hash();
        return new Totals(chains + 1, entries, next);
    }

    public End end() {
        return new End(chains, entries, digest);
    }
}
