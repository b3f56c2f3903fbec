package io.crosscare.settlement.eligibility.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** An owner's doors for those who keep copies; every service that publishes state has the same. */
interface StateRecords {

    @GetMapping("/state-records/{topic}")
    PageMessage page(
            @PathVariable("topic") String topic,
            @RequestParam(name = "cursor", required = false) @Nullable String after,
            @RequestParam("limit") int limit);

    @GetMapping("/state-records/{topic}/{id}")
    RecordMessage one(@PathVariable("topic") String topic, @PathVariable("id") String id);

    /** Some records; without a cursor they are the last. */
    record PageMessage(List<RecordMessage> items, @Nullable String nextCursor) {}

    /** A record as its events carry it. */
    record RecordMessage(String id, long version, JsonNode body) {}
}
