package io.crosscare.settlement.eligibility.model;

import org.jspecify.annotations.Nullable;

/**
 * Who can mend a refusal.
 *
 * @param region of the agency, or where the institution lies
 * @param phone null where none is known
 */
public record Responsible(
        String name, String region, @Nullable String phone) {}
