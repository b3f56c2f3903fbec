package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import java.util.List;

/**
 * A reversal that arrived before the settlement it names. It stands under that settlement's own key, so that the late original
 * finds its key taken and never settles. Moves nothing.
 *
 * @param key the key that is void
 * @param institution whose key it is
 * @param callerKey under which key the reversal was asked for
 */
public record VoidedKey(
        Link link,
        Key key,
        ContentHash requestHash,
        RegionCode insuredRegion,
        InstitutionCode institution,
        Key callerKey)
        implements Entry {

    public VoidedKey {
        if (!link.delta().isEmpty()) {
            throw new IllegalArgumentException("a void key moves no counter");
        }
    }

    @Override
    public EntryKind kind() {
        return EntryKind.VOID;
    }

    @Override
    public Slot slot() {
        return Slot.ofSeq(link.seq());
    }

    @Override
    public List<Posting> postings() {
        return List.of();
    }
}
