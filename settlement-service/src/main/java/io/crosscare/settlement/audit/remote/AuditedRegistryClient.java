package io.crosscare.settlement.audit.remote;

import io.crosscare.chassis.remote.InternalFeign;
import io.crosscare.settlement.audit.remote.OwnerMessages.PageMessage;
import io.crosscare.settlement.audit.remote.OwnerMessages.VersionMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The registry's doors that the auditor asks. */
@FeignClient(
        name = "registry",
        contextId = "audited-registry",
        url = "${crosscare.services.registry}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface AuditedRegistryClient {

    @GetMapping("/institutions")
    PageMessage institutions(
            @RequestParam("limit") int limit, @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    @GetMapping("/institutions/{code}")
    VersionMessage institution(@PathVariable("code") String code);

    @GetMapping("/connectivity")
    PageMessage connectivity(
            @RequestParam("limit") int limit, @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    @GetMapping("/agencies")
    PageMessage agencies(
            @RequestParam("limit") int limit, @RequestParam(name = "cursor", required = false) @Nullable String cursor);
}
