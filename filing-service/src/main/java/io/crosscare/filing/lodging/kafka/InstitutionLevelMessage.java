package io.crosscare.filing.lodging.kafka;

import org.jspecify.annotations.Nullable;

/** What is read of {@code registry.institution.v1}. */
record InstitutionLevelMessage(
        @Nullable String code, @Nullable String level) {}
