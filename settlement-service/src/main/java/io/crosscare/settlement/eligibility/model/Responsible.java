package io.crosscare.settlement.eligibility.model;

import org.jspecify.annotations.Nullable;

/**
 * Who can mend a refusal.
 *
 * @param name 责任方 · the agency or the institution
 * @param region 所在地区 · of the agency, or where the institution lies
 * @param phone 电话 · absent where none is known
 */
public record Responsible(
        String name, String region, @Nullable String phone) {}
