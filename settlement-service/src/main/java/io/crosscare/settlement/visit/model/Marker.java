package io.crosscare.settlement.visit.model;

import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.SettlementFlag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A settlement in flight: enough to run it again to the same end, whoever finds it (design.md §3.2).
 *
 * @param billHash the frozen bill, stored before the marker is set, with everything that was decided about it
 * @param previewedHead the head the caller's preview was based on; null when the caller did not say
 * @param flags known when the bill was frozen
 * @param traceparent trace context of the request; null where it had none
 * @param since when the marker was set; a sweeper leaves young ones to whoever set them
 */
public record Marker(
        Scope scope,
        Key key,
        ContentHash requestHash,
        String billHash,
        @Nullable HeadName previewedHead,
        @Nullable String invoiceNumber,
        Set<SettlementFlag> flags,
        @Nullable String traceparent,
        Instant since) {

    public Marker {
        flags = Set.copyOf(flags);
    }

    /** Without flags. */
    public Marker(
            Scope scope,
            Key key,
            ContentHash requestHash,
            String billHash,
            @Nullable HeadName previewedHead,
            @Nullable String invoiceNumber,
            @Nullable String traceparent,
            Instant since) {
        this(scope, key, requestHash, billHash, previewedHead, invoiceNumber, Set.of(), traceparent, since);
    }
}
