package io.crosscare.settlement.eligibility.remote;

import io.crosscare.chassis.remote.InternalFeign;
import org.springframework.cloud.openfeign.FeignClient;

/** The records that filing-service publishes. */
@FeignClient(
        name = "filing",
        contextId = "filing-records",
        url = "${crosscare.services.filing}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface FilingRecordsClient extends StateRecords {}
