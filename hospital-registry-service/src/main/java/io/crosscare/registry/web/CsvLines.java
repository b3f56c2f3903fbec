package io.crosscare.registry.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/**
 * Lines of a body as they arrive, in bounded memory. What is longer than a line may be is cut off, so that its row is refused and
 * the rest of the file is read all the same: a body that is given up half-way leaves its connection unusable.
 */
final class CsvLines {

    /** Bytes of one line at most. */
    static final int LENGTH_MAX = 64 * 1024;

    private final Charset charset;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private CsvLines(Charset charset) {
        this.charset = charset;
    }

    /**
     * Reads the lines of a body.
     *
     * @param charset one in which a line feed is a byte of its own, as in UTF-8 and GB18030
     */
    static Flux<String> of(Flux<DataBuffer> body, Charset charset) {
        return Flux.defer(() -> {
            CsvLines lines = new CsvLines(charset);
            return body.concatMapIterable(lines::add).concatWith(Flux.defer(() -> Flux.fromIterable(lines.rest())));
        });
    }

    private List<String> add(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        List<String> complete = new ArrayList<>();
        for (byte one : bytes) {
            if (one == '\n') {
                complete.add(take());
            } else if (line.size() < LENGTH_MAX) {
                line.write(one);
            }
        }
        return complete;
    }

    private List<String> rest() {
        return line.size() == 0 ? List.of() : List.of(take());
    }

    private String take() {
        String text = line.toString(charset);
        line.reset();
        return text;
    }
}
