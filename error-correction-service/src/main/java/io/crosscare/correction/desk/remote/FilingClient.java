package io.crosscare.correction.desk.remote;

import io.crosscare.chassis.remote.InternalFeign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Filing-service's door to a person's filings. */
@FeignClient(
        name = "filing",
        url = "${crosscare.services.filing}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface FilingClient {

    @GetMapping("/filings")
    FilingsMessage filings(@RequestParam("personId") String personId, @RequestParam("limit") int limit);

    @GetMapping("/insured-persons/{personId}")
    PersonMessage person(@PathVariable("personId") String personId);

    /** A person without name or number. */
    record PersonMessage(String insuranceStatus, @Nullable List<CardMessage> cards, long version) {}

    /** A card without its number. */
    record CardMessage(String kind, String issuedBy, String state) {}

    /** What was promised for later. */
    record PromiseMessage(LocalDate dueOn, String state) {}

    /** A page of filings. */
    record FilingsMessage(List<FilingMessage> items) {}

    /** A filing with its history, whose last step made this version. */
    record FilingMessage(
            String id,
            String careRegion,
            String category,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            String state,
            @Nullable PromiseMessage promise,
            long version,
            List<StepMessage> history) {}

    record StepMessage(Instant at) {}
}
