package io.crosscare.correction.desk.remote;

import io.crosscare.chassis.remote.InternalFeign;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The registry's doors to an institution and to what connects two regions. */
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
    ConnectionMessage connection(
            @RequestParam("insuredRegion") String insuredRegion,
            @RequestParam("careRegion") String careRegion,
            @RequestParam("serviceType") String serviceType,
            @RequestParam("category") String plan,
            @RequestParam("on") String on);

    @GetMapping("/state-records/registry.filing-upload.v1/{filingId}")
    UploadRecordMessage upload(@PathVariable("filingId") String filingId);

    /** A filing's upload as its events carry it. */
    record UploadRecordMessage(UploadMessage body) {}

    /** How far a filing has come on its way to the upper platform. */
    record UploadMessage(
            String filingId, long filingVersion, long acceptedVersion, String state, Instant at, long version) {}

    /** An institution as it stands. */
    record InstitutionMessage(
            String code,
            String name,
            String region,
            @Nullable String level,
            String status,
            long version) {}

    /** The answer for one person on one day. */
    record ConnectionMessage(
            boolean open,
            @Nullable String reason,
            @Nullable LocalDate openFrom,
            String messageZh,
            String messageEn,
            String source,
            String mark,
            @Nullable RowMessage row) {}

    /** The row that decided. */
    record RowMessage(String id, long version) {}
}
