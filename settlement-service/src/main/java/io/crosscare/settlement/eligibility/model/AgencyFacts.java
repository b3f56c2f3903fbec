package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.region.RegionCode;

/** A medical insurance agency: whom a refusal sends people to. */
public record AgencyFacts(RegionCode region, String name, String phone, long version) {}
