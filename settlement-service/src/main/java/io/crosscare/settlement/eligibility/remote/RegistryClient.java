package io.crosscare.settlement.eligibility.remote;

import io.crosscare.chassis.remote.InternalFeign;
import io.crosscare.settlement.eligibility.message.ConnectivityMessage;
import io.crosscare.settlement.eligibility.message.FilingUploadMessage;
import io.crosscare.settlement.eligibility.message.InstitutionMessage;
import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The registry's doors that settlement asks. */
@FeignClient(
        name = "registry",
        url = "${crosscare.services.registry}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface RegistryClient {

    @GetMapping("/institutions/{code}")
    InstitutionMessage institution(@PathVariable("code") String code);

    @GetMapping("/connectivity")
    ConnectivityPageMessage connectivity(@RequestParam("limit") int limit);

    @GetMapping("/state-records/registry.filing-upload.v1/{filingId}")
    UploadRecordMessage upload(@PathVariable("filingId") String filingId);

    /** A filing's upload as its events carry it. */
    record UploadRecordMessage(FilingUploadMessage body) {}

    /** All statements fit one page: there is one per pair of regions, service and direction. */
    record ConnectivityPageMessage(List<ConnectivityMessage> items) {}
}
