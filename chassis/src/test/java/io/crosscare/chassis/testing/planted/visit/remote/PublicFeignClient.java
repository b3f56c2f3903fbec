package io.crosscare.chassis.testing.planted.visit.remote;

import org.springframework.cloud.openfeign.FeignClient;

/** Breaks rule 5: public. */
@FeignClient(name = "planted-public")
public interface PublicFeignClient {}
