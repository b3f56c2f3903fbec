package io.crosscare.settlement.eligibility.remote;

import io.crosscare.chassis.remote.InternalFeign;
import io.crosscare.settlement.eligibility.message.FilingMessage;
import io.crosscare.settlement.eligibility.message.InsuredPersonMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Filing-service's doors that settlement asks. */
@FeignClient(
        name = "filing",
        url = "${crosscare.services.filing}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface FilingClient {

    @GetMapping("/insured-persons/{personId}")
    InsuredPersonMessage person(@PathVariable("personId") String personId);

    @GetMapping("/filing-checks")
    FilingCheckMessage check(
            @RequestParam("personId") String personId,
            @RequestParam("careRegion") String careRegion,
            @RequestParam("serviceType") String serviceType,
            @RequestParam("on") String on,
            @RequestParam("until") String until);

    /** The answer to a filing check. */
    record FilingCheckMessage(
            boolean effective,
            @Nullable String reason,
            @Nullable FilingMessage filing,
            @Nullable FilingMessage nearest) {}
}
