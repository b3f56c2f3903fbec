package io.crosscare.chassis.testing.planted.visit;

import org.springframework.cloud.openfeign.FeignClient;

/** Breaks rule 5: outside remote. */
@FeignClient(name = "planted-open")
public interface OpenFeignClient {}
