package io.crosscare.settlement.eligibility.remote;

import io.crosscare.chassis.remote.InternalFeign;
import org.springframework.cloud.openfeign.FeignClient;

/** The records that the registry publishes. */
@FeignClient(
        name = "registry",
        contextId = "registry-records",
        url = "${crosscare.services.registry}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface RegistryRecordsClient extends StateRecords {}
