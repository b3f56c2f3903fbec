package io.crosscare.settlement.audit.remote;

import io.crosscare.chassis.remote.InternalFeign;
import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The one door of error-correction-service that the auditor asks. */
@FeignClient(
        name = "correction",
        url = "${crosscare.services.correction}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface CorrectionClient {

    @PostMapping("/settlement-heads/queries")
    HeadsMessage heads(@RequestBody PersonsMessage persons);

    record PersonsMessage(List<String> personIds) {}

    record HeadsMessage(List<HeadMessage> heads) {}

    record HeadMessage(String personId, long seq, String hash) {}
}
