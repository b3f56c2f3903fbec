package io.crosscare.chassis.agency.kafka;

import org.jspecify.annotations.Nullable;

/** What is read of {@code registry.agency.v1}. */
record AgencyMessage(
        @Nullable String region,
        @Nullable String name,
        @Nullable String phone) {}
