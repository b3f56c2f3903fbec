package io.crosscare.settlement.chain.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry word for word as the store holds it, sound or damaged, with what is needed to say where it belongs.
 *
 * @param insuredRegion empty where it does not say
 * @param place null where its id is no place of a chain
 * @param hash as it states it; empty where it states none
 * @param recordedAt null where it does not say
 * @param json the whole of it, as relaxed extended JSON on one line
 */
public record StoredText(
        String id,
        String insuredRegion,
        @Nullable EntryId place,
        String hash,
        @Nullable Instant recordedAt,
        String json) {}
