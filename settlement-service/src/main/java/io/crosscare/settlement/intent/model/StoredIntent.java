package io.crosscare.settlement.intent.model;

import org.jspecify.annotations.Nullable;

/**
 * What a stored intent says of the chain, sound or damaged.
 *
 * @param id under what it is stored; holds a caller's key and is told to nobody
 * @param isWaiting whether its entry is written and the event not known to be published
 * @param isAnsweredByAnother whether what it wants was written by another intent
 * @param key under which it came
 * @param entry the entry that fulfils it; null while it names none
 * @param requestHash of what was asked for; null where it cannot be read
 */
public record StoredIntent(
        String id,
        boolean isWaiting,
        boolean isAnsweredByAnother,
        String key,
        @Nullable String entry,
        @Nullable String requestHash) {}
