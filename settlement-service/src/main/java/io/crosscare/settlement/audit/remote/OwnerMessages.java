package io.crosscare.settlement.audit.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the owners' doors answer, as far as an auditor reads it: how a record is called, and its version. */
final class OwnerMessages {

    private OwnerMessages() {}

    /** One page of a list; without a cursor it is the last. */
    record PageMessage(List<VersionMessage> items, @Nullable String nextCursor) {}

    /** A record under the name that its kind has. */
    record VersionMessage(
            @Nullable String id,
            @Nullable String code,
            @Nullable String region,
            @Nullable String personId,
            long version) {}
}
