package io.crosscare.settlement.replay.model;

import org.jspecify.annotations.Nullable;

/**
 * One settlement replayed.
 *
 * @param id of the settlement's entry
 * @param refusal name of the reason for which the candidate would have refused it; null where it would have made it
 */
public record Replayed(
        String id,
        ImpactGroup group,
        Impact impact,
        @Nullable String refusal) {}
