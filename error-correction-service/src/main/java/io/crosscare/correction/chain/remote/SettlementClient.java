package io.crosscare.correction.chain.remote;

import io.crosscare.chassis.remote.InternalFeign;
import io.crosscare.correction.chain.message.EntryMessage;
import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The settlement service's door to a person's chain. */
@FeignClient(
        name = "settlement",
        url = "${crosscare.services.settlement}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface SettlementClient {

    @GetMapping("/persons/{personId}/chain")
    ChainPageMessage chain(
            @PathVariable("personId") String personId,
            @RequestParam("cursor") String cursor,
            @RequestParam("limit") int limit);

    /** A page; the next begins after its last entry. */
    record ChainPageMessage(List<EntryMessage> items) {}
}
