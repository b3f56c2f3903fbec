package io.crosscare.gateway.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.gateway.routes.Pace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Bounds the body: by its declared length before a byte is read, by what really comes when none is declared, and in time.
 * Nothing is buffered here; a body that grows too long or too old is cut off on its way, and the service never sees its end.
 */
public final class BodyStep implements WebFilter {

    private final Function<Pace, DataSize> sizes;
    private final Function<Pace, Duration> times;

    /**
     * Bounds every body by the pace of its door.
     *
     * @param sizes at most
     * @param times from the moment it is asked for to its end
     */
    public BodyStep(Function<Pace, DataSize> sizes, Function<Pace, Duration> times) {
        this.sizes = sizes;
        this.times = times;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.containsHeader(HttpHeaders.CONTENT_ENCODING)) {
            return Mono.error(ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    Text.of("不接受压缩的请求内容", "Request bodies are taken uncompressed only")));
        }
        Pace pace = Passage.requireDoor(exchange).pace();
        DataSize sizeMax = sizes.apply(pace);
        if (headers.getContentLength() > sizeMax.toBytes()) {
            return Mono.error(tooLarge(exchange, sizeMax));
        }
        Bounded bounded = new Bounded(exchange, sizeMax, times.apply(pace));
        return chain.filter(exchange.mutate().request(bounded).build());
    }

    private static ProblemException tooLarge(ServerWebExchange exchange, DataSize sizeMax) {
        closeAfterwards(exchange);
        long bytesMax = sizeMax.toBytes();
        return ProblemException.of(
                        ProblemType.TOO_LARGE,
                        Text.of(
                                "此处的请求内容最多 " + bytesMax + " 字节；请分几次发送，如费用明细分批上传",
                                "A request body has at most " + bytesMax
                                        + " bytes here; send it in parts, fee lines for instance in batches"))
                .with("bytesMax", bytesMax);
    }

    private static ProblemException tooSlow(ServerWebExchange exchange) {
        closeAfterwards(exchange);
        return ProblemException.of(ProblemType.REQUEST_TIMEOUT);
    }

    /** The rest of the body is not read, so the connection cannot be used again. */
    private static void closeAfterwards(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setConnection("close");
    }

    private static final class Bounded extends ServerHttpRequestDecorator {

        private final ServerWebExchange exchange;
        private final DataSize sizeMax;
        private final Duration timeMax;

        Bounded(ServerWebExchange exchange, DataSize sizeMax, Duration timeMax) {
            super(exchange.getRequest());
            this.exchange = exchange;
            this.sizeMax = sizeMax;
            this.timeMax = timeMax;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> {
                AtomicLong received = new AtomicLong();
                return super.getBody()
                        .<DataBuffer>handle((buffer, sink) -> count(buffer, received, sink))
                        .takeUntilOther(deadline());
            });
        }

        private Mono<Void> deadline() {
            return Mono.delay(timeMax).then(Mono.error(() -> tooSlow(exchange)));
        }

        private void count(DataBuffer buffer, AtomicLong received, SynchronousSink<DataBuffer> sink) {
            if (received.addAndGet(buffer.readableByteCount()) > sizeMax.toBytes()) {
                DataBufferUtils.release(buffer);
                sink.error(tooLarge(exchange, sizeMax));
                return;
            }
            sink.next(buffer);
        }
    }
}
