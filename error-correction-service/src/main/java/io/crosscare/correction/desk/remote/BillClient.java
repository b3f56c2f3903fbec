package io.crosscare.correction.desk.remote;

import io.crosscare.chassis.remote.InternalFeign;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Settlement's door to a bill that was refused. */
@FeignClient(
        name = "settlement",
        contextId = "bills",
        url = "${crosscare.services.settlement}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface BillClient {

    @PostMapping("/visits/{id}/rechecks")
    RecheckMessage recheck(@PathVariable("id") String visit, @RequestBody BillMessage bill);

    /**
     * Which of the visit's bills; no batch for a stay.
     *
     * @param until last day of a settlement on the way; null where it is none
     */
    record BillMessage(@Nullable String batch, @Nullable LocalDate until) {}

    /** How it stands. */
    record RecheckMessage(
            String state,
            @Nullable String reason,
            @Nullable String message,
            @Nullable String messageEn,
            @Nullable String settlementId,
            KnownMessage known,
            List<String> stale,
            List<String> unlisted) {}

    /** Versions that were known. */
    record KnownMessage(
            @Nullable Long institution, @Nullable Long person, List<FilingVersionMessage> filings) {}

    /** A filing. */
    record FilingVersionMessage(String id, long version) {}
}
