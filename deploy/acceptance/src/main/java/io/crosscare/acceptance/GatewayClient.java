package io.crosscare.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/** The suite's doors as its callers reach them: HTTP to the gateway, each party under its own token, nothing retried. */
public final class GatewayClient implements AutoCloseable {

    private static final String ROOT = "/api/v1";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final int PAGES_MAX = 100;

    private final URI gateway;
    private final Tokens tokens;
    private final Observer observer;
    private final LongSupplier nanoTime;
    private final Map<Party, String> bearers = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** Hears of every request that was answered. */
    @FunctionalInterface
    public interface Observer {

        void answered(Party party, Call call, Answer answer, Duration took);
    }

    public GatewayClient(URI gateway, Tokens tokens, Observer observer, LongSupplier nanoTime) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.observer = observer;
        this.nanoTime = nanoTime;
    }

    /** The URL that all paths stand under. */
    public String root() {
        return gateway.resolve(ROOT).toString();
    }

    /** Asks as the party. Every answer is an answer, whatever its status; only silence is a {@link Difference}. */
    public Answer ask(Party party, Call call) {
        return askWith(bearers.computeIfAbsent(party, tokens::bearerOf), party, call);
    }

    /** Asks with a token that may be anybody's, damaged or empty; the party only names it. */
    public Answer askWith(String bearer, Party party, Call call) {
        long startedAt = nanoTime.getAsLong();
        Answer answer = send(bearer, call);
        observer.answered(party, call, answer, Duration.ofNanos(nanoTime.getAsLong() - startedAt));
        return answer;
    }

    /** All items of a list, page after page. */
    public List<JsonNode> list(Party party, Call call) {
        List<JsonNode> items = new ArrayList<>();
        Call page = call;
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            Answer answer = ask(party, page).require(200);
            answer.field("items").forEach(items::add);
            JsonNode next = answer.json().path("nextCursor");
            if (!next.isString()) {
                return items;
            }
            page = call.with("cursor", next.asString());
        }
        throw new Difference(
                "%s: %d 页之后还有下一页 · still another page after %d".formatted(call.readable(), PAGES_MAX, PAGES_MAX));
    }

    private Answer send(String bearer, Call call) {
        String name = call.method() + " " + ROOT + call.readable();
        try {
            HttpResponse<String> response =
                    http.send(requestOf(bearer, call), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(name, response.statusCode(), response.headers(), response.body());
        } catch (IOException silence) {
            throw new Difference("%s: 网关没有应答 · no answer from %s (%s)".formatted(name, gateway, silence), silence);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Difference("%s: 被中断 · interrupted".formatted(name), interrupted);
        }
    }

    private HttpRequest requestOf(String bearer, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(ROOT + call.encoded()))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", call.headers().getOrDefault("Accept", "application/json"));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        call.headers().forEach(request::setHeader);
        String body = call.body();
        if (body == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.setHeader("Content-Type", call.headers().getOrDefault("Content-Type", "application/json"))
                .method(call.method(), BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
