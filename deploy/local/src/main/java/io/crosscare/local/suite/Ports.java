package io.crosscare.local.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of one suite, counted from a base (design.md §6). All of them are on 127.0.0.1. */
record Ports(int base) {

    static final String HOST = "127.0.0.1";
    static final int DEFAULT_BASE = 8080;

    private static final int MANAGEMENT = 10;
    private static final int DOCUMENTS = 20;
    private static final int EVENTS = 21;
    private static final int CONTROLLER = 22;
    private static final int MAX_PORT = 65_535;
    private static final int MIN_PORT = 1024;
    private static final int SEARCH_FROM = 18_080;
    private static final int SEARCH_STEP = 40;
    private static final int SEARCH_PLACES = 350;

    Ports {
        if (base < MIN_PORT || base + CONTROLLER > MAX_PORT) {
            throw new IllegalArgumentException("--port-base 应在 %d 与 %d 之间 / --port-base must be between %d and %d"
                    .formatted(MIN_PORT, MAX_PORT - CONTROLLER, MIN_PORT, MAX_PORT - CONTROLLER));
        }
    }

    /** One port and who wants it. */
    record Claim(int port, String owner) {}

    int of(ServiceName service) {
        return base + service.offset();
    }

    int managementOf(ServiceName service) {
        return base + MANAGEMENT + service.offset();
    }

    int documents() {
        return base + DOCUMENTS;
    }

    int events() {
        return base + EVENTS;
    }

    int controller() {
        return base + CONTROLLER;
    }

    String url(ServiceName service) {
        return "http://" + HOST + ":" + of(service);
    }

    List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            claims.add(new Claim(of(service), service.title()));
            claims.add(new Claim(managementOf(service), service.title() + " (management)"));
        }
        claims.add(new Claim(documents(), "documents"));
        claims.add(new Claim(events(), "events"));
        claims.add(new Claim(controller(), "events (controller)"));
        return claims;
    }

    /** The claims that somebody else already holds. */
    List<Claim> taken() {
        return claims().stream().filter(claim -> !isFree(claim.port())).toList();
    }

    /**
     * A base with every port free, away from the usual ones and from those the system gives away. The search begins anywhere, so
     * that suites looked for at the same time, or one that is down for a moment, do not get into each other's way.
     */
    static Ports free() {
        int first = ThreadLocalRandom.current().nextInt(SEARCH_PLACES);
        for (int i = 0; i < SEARCH_PLACES; i++) {
            Ports ports = new Ports(SEARCH_FROM + (first + i) % SEARCH_PLACES * SEARCH_STEP);
            if (ports.taken().isEmpty()) {
                return ports;
            }
        }
        throw new IllegalStateException("没有空闲端口 / no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
