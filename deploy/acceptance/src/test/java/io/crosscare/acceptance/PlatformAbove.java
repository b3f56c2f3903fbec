package io.crosscare.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The platform above the suite: takes every record at once but those of people it refuses or has no time for. */
final class PlatformAbove implements AutoCloseable {

    private static final int BUSY = 503;

    private final HttpServer server;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    PlatformAbove() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/records", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void refuse(String personId) {
        refused.add(personId);
    }

    void letWait(String personId) {
        waiting.add(personId);
    }

    /** From now on everything is taken. */
    void relent() {
        refused.clear();
        waiting.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String record = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isBusy = waiting.stream().anyMatch(record::contains);
        boolean isRefused = refused.stream().anyMatch(record::contains);
        byte[] answer = (isRefused ? "{\"outcome\":\"REFUSED\",\"reason\":\"字段缺失\"}" : "{\"outcome\":\"ACCEPTED\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(isBusy ? BUSY : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
