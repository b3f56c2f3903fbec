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

/** Filings of an employer's people in one file. Persons are named in the file alone, never in a URL. */
@RestController
@RequestMapping("/api/v1/filing-batches")
public final class FilingBatchController {

    private static final BatchKind KIND = BatchKind.FILING_BATCH;

    private final BatchDoors doors;

    public FilingBatchController(BatchDoors doors) {
        this.doors = doors;
    }

    /**
     * 单位集中办理备案 · Lodges the filings of an employer's people, row by row, while the file arrives. A row that breaks a rule is
     * refused by itself. After a break the same file under the same key goes on where it stopped; no row is lodged twice.
     *
     * @param caller {@code AGENCY}: persons of its region
     * @param body 文件 · CSV of at most 200,000 rows in UTF-8, GBK or GB18030, whose first line names the columns: a person by
     *     personNumber or identityNumber, and the filing as the door for one takes it
     * @return 201 the batch, with the result of every row counted; 200 the same file again, for the same key, with {@code
     *     Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping(consumes = BatchDoors.CSV)
    Mono<ResponseEntity<BatchResponse>> receive(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            ServerHttpRequest request,
            @RequestBody Flux<DataBuffer> body) {
        return doors.receive(KIND, caller, key, request.getHeaders(), body);
    }

    /**
     * 集中办理列表 · Lists batches, the latest first; also those that are still arriving.
     *
     * @param caller {@code AGENCY}: of its region
     * @param cursor optional
     * @param limit optional
     * @return a page of batches
     */
    @GetMapping
    Mono<BatchesResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return doors.list(KIND, caller, cursor, limit);
    }

    /**
     * 集中办理进度 · Tells how far a batch has come, also while its file arrives.
     *
     * @param caller {@code AGENCY}: of its region
     * @param id of the batch
     * @return the batch
     */
    @GetMapping("/{id}")
    Mono<BatchResponse> read(Caller caller, @PathVariable String id) {
        return doors.find(KIND, caller, id).map(doors::response);
    }

    /**
     * 集中办理逐行结果 · Lists the results of the rows, in the order of the file.
     *
     * @param caller {@code AGENCY}: of its region
     * @param id of the batch
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
     * 集中办理结果文件 · Gives the results of all rows as a file: row, outcome, filing, and what was wrong.
     *
     * @param caller {@code AGENCY}: of its region
     * @param id of the batch
     * @return a line for each row, or for each thing that is wrong with one
     */
    @GetMapping(path = "/{id}/rows.csv", produces = BatchDoors.CSV)
    Mono<ResponseEntity<Flux<String>>> file(Caller caller, @PathVariable String id) {
        return doors.find(KIND, caller, id).map(batch -> doors.csv(batch, RowLines.FILINGS));
    }
}
