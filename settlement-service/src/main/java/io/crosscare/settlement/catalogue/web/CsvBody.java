package io.crosscare.settlement.catalogue.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** CSV that comes in and goes out. */
final class CsvBody {

    static final String CSV = "text/csv";

    private static final Text CHARSET = Text.of("文件编码应为 UTF-8", "Files are read as UTF-8");

    private CsvBody() {}

    /**
     * Works on a file as it arrives. Who may not send one is told so only when all of it has been read, for nobody listens before.
     *
     * @param check throws what is wrong with the request
     */
    static <C, T> Mono<T> received(
            HttpHeaders headers, Flux<DataBuffer> body, Supplier<C> check, Function<Sent<C>, Mono<T>> work) {
        C checked;
        try {
            checked = check.get();
            requireUtf8(headers.getContentType());
        } catch (ProblemException problem) {
            return body.map(CsvBody::bytesOf).then(Mono.error(problem));
        }
        return work.apply(new Sent<>(checked, body.map(CsvBody::bytesOf)));
    }

    /** A checked request and its file. */
    record Sent<C>(C checked, Flux<byte[]> bytes) {}

    /** A file to keep, from pieces that are text by themselves. */
    static ResponseEntity<Flux<String>> file(String name, Flux<byte[]> text, @Nullable String eTag) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
        return (eTag == null ? answer : answer.eTag('"' + eTag + '"'))
                .body(text.map(piece -> new String(piece, StandardCharsets.UTF_8)));
    }

    private static void requireUtf8(@Nullable MediaType type) {
        Charset charset = type == null ? null : type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, CHARSET);
        }
    }

    private static byte[] bytesOf(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
