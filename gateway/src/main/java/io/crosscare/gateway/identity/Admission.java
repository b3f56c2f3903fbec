package io.crosscare.gateway.identity;

import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.security.InternalTokens;

/** A caller the edge has let in, and the internal token that says so to the services. */
public record Admission(Caller caller, InternalTokens.Signed token) {}
