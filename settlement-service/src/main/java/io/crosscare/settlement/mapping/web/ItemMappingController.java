package io.crosscare.settlement.mapping.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.mapping.KeepItemMapping;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The local codes of the hospital that calls, and of no other. */
@RestController
@RequestMapping("/api/v1/item-mappings")
class ItemMappingController {

    private static final int CODE_MAX = 64;
    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final Text FLAG = Text.of("应为 true 或 false", "must be true or false");

    private final KeepItemMapping mappings;

    ItemMappingController(KeepItemMapping mappings) {
        this.mappings = mappings;
    }

    /**
     * 上传项目对照 · Replaces the hospital's local codes, whole or not at all. Fee lines may from then on carry {@code localCode}.
     *
     * @param caller {@code HOSPITAL}: its own
     * @param body 对照文件 · CSV in UTF-8, at most 50,000 rows: the line {@code localCode,itemCode}, then a pair a line
     * @return the mapping, with how many of its items the catalogue of its care region does not list today
     */
    @PutMapping(consumes = "text/csv")
    Mono<ItemMappingResponse> replace(Caller caller, @RequestBody Flux<DataBuffer> body) {
        InstitutionCode institution = caller.requireHospital();
        return mappings.replace(institution, caller.subject(), body.map(ItemMappingController::bytesOf))
                .map(kept -> ItemMappingResponse.page(kept, true, null, FieldChecks.PAGE_SIZE_DEFAULT));
    }

    /**
     * 项目对照 · The hospital's local codes, by code.
     *
     * @param caller {@code HOSPITAL}: its own
     * @param unmapped optional, {@code true}: only those whose item the catalogue of the care region does not list today
     * @param cursor optional
     * @param limit optional
     * @return a page of local codes; of a hospital that has uploaded none an empty one
     */
    @GetMapping
    Mono<ItemMappingResponse> read(
            Caller caller,
            @RequestParam(name = "unmapped", required = false) @Nullable String unmapped,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        InstitutionCode institution = caller.requireHospital();
        FieldChecks checks = new FieldChecks();
        var only = checks.optional("unmapped", unmapped, "flag", FLAG, ItemMappingController::flag);
        var after = checks.optionalText("cursor", cursor, CODE_MAX);
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        return mappings.find(institution)
                .map(kept -> ItemMappingResponse.page(
                        kept, only.orElse(false), after.orNull(), size.orElse(FieldChecks.PAGE_SIZE_DEFAULT)))
                .defaultIfEmpty(ItemMappingResponse.none(institution));
    }

    private static Boolean flag(String text) {
        if (!FLAGS.contains(text)) {
            throw new IllegalArgumentException("no flag");
        }
        return Boolean.valueOf(text);
    }

    private static byte[] bytesOf(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
