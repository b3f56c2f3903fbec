package io.crosscare.gateway.web;

import io.crosscare.gateway.routes.Match;
import io.crosscare.gateway.routes.Pace;
import io.crosscare.gateway.routes.RequestPath;
import io.crosscare.gateway.routes.RouteTable;
import io.netty.handler.codec.http.HttpRequest;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the gateway listens: what is malformed is answered with a problem, and a connection whose request does not end is
 * closed, also where nobody asked for its body.
 */
public final class PublicServer implements NettyServerCustomizer {

    private final RouteTable table;
    private final Function<Pace, Duration> requestTimeMax;
    private final JsonMapper json;

    /**
     * Describes the server.
     *
     * @param requestTimeMax from the first byte of a request to its last
     */
    public PublicServer(RouteTable table, Function<Pace, Duration> requestTimeMax, JsonMapper json) {
        this.table = table;
        this.requestTimeMax = requestTimeMax;
        this.json = json;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, "malformed-requests", new MalformedRequests(json))
                .addAfter(NettyPipeline.HttpCodec, "lingering-close", new LingeringClose())
                .addAfter(
                        NettyPipeline.HttpCodec,
                        "stalled-requests",
                        new StalledRequests(this::timeMaxOf, requestTimeMax.apply(Pace.AT_ONCE))));
    }

    private Duration timeMaxOf(HttpRequest request) {
        return RequestPath.parse(request.uri())
                .map(path -> table.match(request.method().name(), path))
                .map(match -> requestTimeMax.apply(match instanceof Match.Found(var door) ? door.pace() : Pace.AT_ONCE))
                .orElseGet(() -> requestTimeMax.apply(Pace.AT_ONCE));
    }
}
