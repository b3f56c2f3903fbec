package io.crosscare.gateway.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.FutureMono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A service in the place of all services: keeps what it received and answers as it is told. */
final class FakePeer implements AutoCloseable {

    /** A request whose body arrived to its end. */
    record Received(String method, String uri, HttpHeaders headers, String body) {}

    /** How it answers, once the request has arrived. */
    interface Answer {
        Publisher<Void> to(HttpServerRequest request, HttpServerResponse response);
    }

    static final Answer EMPTY_OBJECT =
            (_, response) -> response.header("Content-Type", "application/json").sendString(Mono.just("{}"));

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final DisposableServer server;
    private volatile Answer answer = EMPTY_OBJECT;

    FakePeer() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::handle)
                .bindNow();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .doOnNext(body -> received.add(new Received(
                        request.method().name(),
                        request.uri(),
                        request.requestHeaders().copy(),
                        body)))
                .flatMap(_ -> Mono.from(answer.to(request, response)));
    }

    /** Says only so much, byte for byte, and closes the connection. */
    static Mono<Void> cut(HttpServerResponse response, String said) {
        List<Channel> channels = new ArrayList<>();
        response.withConnection(connection -> channels.add(connection.channel()));
        Channel channel = channels.getFirst();
        // Below the HTTP codec, which would not write half an answer.
        ChannelHandlerContext wire = channel.pipeline().firstContext();
        return FutureMono.deferFuture(() -> wire.writeAndFlush(Unpooled.copiedBuffer(said, StandardCharsets.UTF_8)))
                .then(FutureMono.deferFuture(channel::close));
    }

    void answers(Answer next) {
        answer = next;
        received.clear();
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    int port() {
        return server.port();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
