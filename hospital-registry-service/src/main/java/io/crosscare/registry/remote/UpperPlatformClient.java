package io.crosscare.registry.remote;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** The one door of the upper platform that is used. */
@FeignClient(
        name = "upstream",
        url = "${crosscare.upstream.url:http://127.0.0.1}",
        configuration = UpperPlatformFeign.class,
        primary = false)
interface UpperPlatformClient {

    @PostMapping("/records")
    @Nullable
    ReplyMessage send(@RequestHeader("Idempotency-Key") String key, @RequestBody RecordMessage record);

    /**
     * A record on its way up.
     *
     * @param kind {@code INSTITUTION} or {@code FILING}
     * @param record the same JSON as in the suite's events
     */
    record RecordMessage(String kind, String id, long version, Object record) {}

    /**
     * What the platform says.
     *
     * @param outcome {@code ACCEPTED} or {@code REFUSED}
     */
    record ReplyMessage(@Nullable String outcome, @Nullable String reason) {}
}
