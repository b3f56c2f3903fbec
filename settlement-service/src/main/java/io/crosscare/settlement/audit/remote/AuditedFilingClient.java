package io.crosscare.settlement.audit.remote;

import io.crosscare.chassis.remote.InternalFeign;
import io.crosscare.settlement.audit.remote.OwnerMessages.PageMessage;
import io.crosscare.settlement.audit.remote.OwnerMessages.VersionMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Filing-service's doors that the auditor asks. */
@FeignClient(
        name = "filing",
        contextId = "audited-filing",
        url = "${crosscare.services.filing}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface AuditedFilingClient {

    @GetMapping("/filings")
    PageMessage filings(
            @RequestParam("limit") int limit, @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    @GetMapping("/filings/{id}")
    VersionMessage filing(@PathVariable("id") String id);

    @GetMapping("/insured-persons/{personId}")
    VersionMessage person(@PathVariable("personId") String personId);
}
