package io.crosscare.filing.lodging.remote;

import io.crosscare.chassis.remote.InternalFeign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Settlement-service's door to a person's chain. */
@FeignClient(
        name = "settlement",
        contextId = "settlement-chain",
        url = "${crosscare.services.settlement}",
        path = "/api/v1",
        configuration = InternalFeign.class,
        primary = false)
interface ChainClient {

    @GetMapping("/persons/{personId}/chain")
    ChainPageMessage chain(
            @PathVariable("personId") String personId,
            @RequestParam("cursor") String cursor,
            @RequestParam("limit") int limit);

    /** Some entries in order; fewer than asked for when the end is reached. */
    record ChainPageMessage(List<EntryMessage> items) {}

    /** An entry; most kinds have neither settlement nor undo. */
    record EntryMessage(
            String id,
            long seq,
            Instant recordedAt,
            @Nullable SettlementMessage settlement,
            @Nullable UndoMessage undo) {}

    /** What is told of a settlement. */
    record SettlementMessage(
            String institutionCode,
            LocalDate serviceFrom,
            LocalDate serviceTo,
            @Nullable String filingId,
            @Nullable AdjustmentMessage adjustment) {}

    /** What a part refund replaces. */
    record AdjustmentMessage(String originalId) {}

    /** What is told of an undo; a void key has no original. */
    record UndoMessage(@Nullable String originalId) {}
}
