package io.crosscare.filing.notice.remote;

import io.crosscare.chassis.remote.InternalFeign;
import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Settlement-service's door to open stays. */
@FeignClient(
        name = "settlement",
        url = "${crosscare.services.settlement}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface OpenStayClient {

    @PostMapping("/open-stays")
    OpenStaysMessage openStays(@RequestBody PersonsMessage persons);

    /** Whose stays are asked for; in the body, for paths are written into logs. */
    record PersonsMessage(List<String> personIds) {}

    /** All of their stays that go on. */
    record OpenStaysMessage(List<OpenStayMessage> items) {}

    record OpenStayMessage(String personId, String careRegion, String startedOn) {}
}
