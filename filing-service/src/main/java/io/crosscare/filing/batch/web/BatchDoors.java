package io.crosscare.filing.batch.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.batch.Batches;
import io.crosscare.filing.batch.ReceiveBatch;
import io.crosscare.filing.batch.ReceivingOutcome;
import io.crosscare.filing.batch.RowFormat;
import io.crosscare.filing.batch.RowHandler;
import io.crosscare.filing.batch.SentFile;
import io.crosscare.filing.batch.model.Batch;
import io.crosscare.filing.batch.model.BatchId;
import io.crosscare.filing.batch.model.BatchKind;
import io.crosscare.filing.batch.model.BatchPlace;
import io.crosscare.filing.batch.model.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the doors of every kind of batch have in common. */
public final class BatchDoors {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    private static final Set<String> CHARSETS = Set.of("UTF-8", "GB18030", "GBK");
    private static final Text CHARSET =
            Text.of("文件编码应为 UTF-8、GBK 或 GB18030", "Files are read as UTF-8, GBK or GB18030");
    private static final Text OVERTAKEN = Text.of("同一文件正由另一次发送继续处理", "Another sending of the same file has taken over");

    private final ReceiveBatch receiving;
    private final Batches batches;
    private final Map<BatchKind, RowHandler<?>> handlers;
    private final Set<RegionCode> hostedRegions;
    private final Clock clock;
    private final MeterRegistry meters;

    public BatchDoors(
            ReceiveBatch receiving,
            Batches batches,
            List<RowHandler<?>> handlers,
            Set<RegionCode> hostedRegions,
            Clock clock,
            MeterRegistry meters) {
        this.receiving = receiving;
        this.batches = batches;
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(RowHandler::kind, Function.identity()));
        this.hostedRegions = Set.copyOf(hostedRegions);
        this.clock = clock;
        this.meters = meters;
    }

    /** Takes a file. Who may not send one is told so only when all of it has been read, for nobody listens before. */
    Mono<ResponseEntity<BatchResponse>> receive(
            BatchKind kind, Caller caller, @Nullable String key, HttpHeaders headers, Flux<DataBuffer> body) {
        SentFile file;
        try {
            file = fileOf(caller, key, headers, body);
        } catch (ProblemException problem) {
            return body.map(BatchDoors::bytesOf).then(Mono.error(problem));
        }
        return receiving.receive(handlerOf(kind), file).map(this::answer);
    }

    private static SentFile fileOf(Caller caller, @Nullable String key, HttpHeaders headers, Flux<DataBuffer> body) {
        Caller.Agency agency = requireAgency(caller);
        MediaType type = headers.getContentType();
        boolean isJson = type != null && type.isCompatibleWith(MediaType.parseMediaType(NDJSON));
        return new SentFile(
                agency,
                IdempotencyKey.require(key),
                isJson ? RowFormat.NDJSON : RowFormat.CSV,
                charsetOf(type),
                body.map(BatchDoors::bytesOf));
    }

    private static Charset charsetOf(@Nullable MediaType type) {
        Charset declared = type == null ? null : type.getCharset();
        Charset charset = declared == null ? StandardCharsets.UTF_8 : declared;
        if (!CHARSETS.contains(charset.name())) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, CHARSET);
        }
        return charset;
    }

    private static byte[] bytesOf(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private RowHandler<?> handlerOf(BatchKind kind) {
        RowHandler<?> handler = handlers.get(kind);
        if (handler == null) {
            throw new IllegalStateException("nothing works on rows of " + kind);
        }
        return handler;
    }

    private ResponseEntity<BatchResponse> answer(ReceivingOutcome outcome) {
        return switch (outcome) {
            case ReceivingOutcome.Completed(Batch batch) -> {
                count(batch);
                yield ResponseEntity.status(HttpStatus.CREATED).body(response(batch));
            }
            case ReceivingOutcome.Replayed(Batch batch) ->
                ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(response(batch));
            case ReceivingOutcome.KeyReused _ -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
            case ReceivingOutcome.Overtaken(Batch batch) ->
                throw ProblemException.conflict(OVERTAKEN)
                        .with("batchId", batch.id().value());
            case ReceivingOutcome.Unreadable(var errors) -> throw ProblemException.invalid(errors);
            case ReceivingOutcome.TooLong(Batch batch, int rowsMax) ->
                throw ProblemException.of(ProblemType.TOO_LARGE)
                        .with("rowsMax", rowsMax)
                        .with("batchId", batch.id().value());
        };
    }

    private void count(Batch batch) {
        Counts counts = batch.progress().counts();
        Map.of("ADDED", counts.added(), "CHANGED", counts.changed(), "KEPT", counts.kept(), "REFUSED", counts.refused())
                .forEach((outcome, rows) -> meters.counter(
                                "crosscare.batch.rows", "kind", batch.kind().name(), "outcome", outcome)
                        .increment((double) rows));
    }

    BatchResponse response(Batch batch) {
        return BatchResponse.of(batch, clock.instant());
    }

    /** The batch, where the caller's agency may see it. Unknown and not visible answer the same. */
    Mono<Batch> find(BatchKind kind, Caller caller, String id) {
        Caller.Agency agency = requireAgency(caller);
        return batches.find(PathId.require(id, BatchId::new))
                .filter(batch -> batch.kind() == kind && agency.isAgencyOf(batch.agencyRegion()))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    Mono<BatchesResponse> list(BatchKind kind, Caller caller, @Nullable String cursor, @Nullable String limit) {
        Caller.Agency agency = requireAgency(caller);
        FieldChecks checks = new FieldChecks();
        var after = checks.cursor(cursor, BatchPlace::new);
        var pageSize = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        int size = pageSize.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        Set<RegionCode> regions = Stream.concat(
                        Stream.of(agency.region()), hostedRegions.stream().filter(agency::isAgencyOf))
                .collect(Collectors.toUnmodifiableSet());
        return batches.list(kind, regions, after.orNull(), size + 1)
                .collectList()
                .map(oneMore -> BatchesResponse.page(oneMore, size, clock.instant()));
    }

    Mono<RowsResponse> rows(Batch batch, @Nullable String cursor, @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        var after = checks.cursor(cursor, RowPlace.Cursor::parse);
        var pageSize = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        int size = pageSize.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        RowPlace.Cursor begin = after.orElse(RowPlace.Cursor.BEGINNING);
        return batches.blocks(batch.id(), begin.block())
                .flatMapIterable(block -> block.results().stream()
                        .map(result -> new RowPlace(block.number(), result))
                        .toList())
                .filter(place -> place.result().row() > begin.row())
                .take(size + 1L)
                .collectList()
                .map(oneMore -> RowsResponse.page(batch.kind(), oneMore, size));
    }

    /** Everything there is of rows, block by block, as a spreadsheet reads it. */
    ResponseEntity<Flux<String>> csv(Batch batch, RowLines lines) {
        Flux<String> text =
                Flux.just(lines.head()).concatWith(batches.blocks(batch.id(), 0).map(lines::linesOf));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + batch.id() + ".csv\"")
                .body(text);
    }

    private static Caller.Agency requireAgency(Caller caller) {
        if (caller instanceof Caller.Agency agency) {
            return agency;
        }
        throw ProblemException.forbidden();
    }
}
