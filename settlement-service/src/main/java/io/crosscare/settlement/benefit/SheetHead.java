package io.crosscare.settlement.benefit;

import org.jspecify.annotations.Nullable;

/**
 * What the head of a settlement sheet says beside the bill's own circumstances.
 *
 * @param settlementId null on a preview
 * @param institution name or code of the institution of care
 * @param recordedAt when it was recorded, as people read it; null on a preview
 */
public record SheetHead(
        @Nullable String settlementId,
        String institution,
        @Nullable String recordedAt) {}
