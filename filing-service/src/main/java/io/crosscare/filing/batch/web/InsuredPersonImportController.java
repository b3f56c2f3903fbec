package io.crosscare.filing.batch.web;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.batch.model.BatchKind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes over what a region's core system says of its insured persons, a hundred thousand at a time. */
@RestController
@RequestMapping("/api/v1/insured-person-imports")
public final class InsuredPersonImportController {

    private static final BatchKind KIND = BatchKind.INSURED_PERSON_IMPORT;

    private final BatchDoors doors;

    public InsuredPersonImportController(BatchDoors doors) {
        this.doors = doors;
    }

    /**
     * 批量导入参保人 · Takes a file of insured persons over, row by row, while it arrives. A row that breaks a rule is refused by itself.
     * After a break the same file under the same key goes on where it stopped; what was done is not done again.
     *
     * @param caller {@code AGENCY}: persons of its region
     * @param body 文件 · at most 200,000 rows in UTF-8, GBK or GB18030: CSV whose first line names the columns, or one JSON
     *     object a line, as the door for one person takes it
     * @return 201 the import, with the result of every row counted; 200 the same file again, for the same key, with {@code
     *     Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping(consumes = {BatchDoors.CSV, BatchDoors.NDJSON})
    Mono<ResponseEntity<BatchResponse>> receive(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            ServerHttpRequest request,
            @RequestBody Flux<DataBuffer> body) {
        return doors.receive(KIND, caller, key, request.getHeaders(), body);
    }

    /**
     * 导入列表 · Lists imports, the latest first; also those that are still arriving.
     *
     * @param caller {@code AGENCY}: of its region
     * @param cursor optional
     * @param limit optional
     * @return a page of imports
     */
    @GetMapping
    Mono<BatchesResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return doors.list(KIND, caller, cursor, limit);
    }

    /**
     * 导入进度 · Tells how far an import has come, also while its file arrives.
     *
     * @param caller {@code AGENCY}: of its region
     * @param id of the import
     * @return the import
     */
    @GetMapping("/{id}")
    Mono<BatchResponse> read(Caller caller, @PathVariable String id) {
        return doors.find(KIND, caller, id).map(doors::response);
    }

    /**
     * 导入逐行结果 · Lists the results of the rows, in the order of the file, each with the person it speaks of.
     *
     * @param caller {@code AGENCY}: of its region
     * @param id of the import
     * @param cursor optional
     * @param limit optional
     * @return a page of rows
     */
    @GetMapping("/{id}/rows")
    Mono<RowsResponse> rows(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return doors.find(KIND, caller, id).flatMap(batch -> doors.rows(batch, cursor, limit));
    }

    /**
     * 导入结果文件 · Gives the results of all rows as a file: row, outcome, person, and what was wrong.
     *
     * @param caller {@code AGENCY}: of its region
     * @param id of the import
     * @return a line for each row, or for each thing that is wrong with one
     */
    @GetMapping(path = "/{id}/rows.csv", produces = BatchDoors.CSV)
    Mono<ResponseEntity<Flux<String>>> file(Caller caller, @PathVariable String id) {
        return doors.find(KIND, caller, id).map(batch -> doors.csv(batch, RowLines.PERSONS));
    }

    /**
     * 导入错误清单 · Gives the refused rows as a file: row, field, rule and words, never the value.
     *
     * @param caller {@code AGENCY}: of its region
     * @param id of the import
     * @return a line for each thing that is wrong
     */
    @GetMapping(path = "/{id}/errors", produces = BatchDoors.CSV)
    Mono<ResponseEntity<Flux<String>>> errors(Caller caller, @PathVariable String id) {
        return doors.find(KIND, caller, id).map(batch -> doors.csv(batch, RowLines.ERRORS));
    }
}
