package io.crosscare.gateway.web;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the gateway listens: what is malformed is answered with a problem, and a connection whose request does not end is
 * closed, also where nobody asked for its body.
 */
public final class PublicServer implements NettyServerCustomizer {

    private final Duration requestTimeMax;
    private final JsonMapper json;

    public PublicServer(Duration requestTimeMax, JsonMapper json) {
        this.requestTimeMax = requestTimeMax;
        this.json = json;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.requestTimeout(requestTimeMax)
                .doOnChannelInit((_, channel, _) -> channel.pipeline()
                        .addAfter(NettyPipeline.HttpCodec, "malformed-requests", new MalformedRequests(json)));
    }
}
