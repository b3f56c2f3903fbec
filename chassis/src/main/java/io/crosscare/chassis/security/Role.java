package io.crosscare.chassis.security;

/** The kinds of {@link Caller}, as tokens spell them. */
public enum Role {
    HOSPITAL,
    AGENCY,
    PLATFORM,
    OPERATOR,
    INSURED,
    SERVICE
}
