package io.crosscare.local.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosscare.local.token.DevelopmentTokens;
import io.crosscare.local.token.TokenRole;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What the suite has loaded, counted through the gateway as an operator sees it. */
record Contents(int zhenjiangInstitutions, int shanghaiInstitutions, int agencies, int policyPacks) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TOKEN_TTL = Duration.ofMinutes(5);
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * Asks the gateway, for half a minute again where a door does not answer as it should: hospitals that went on asking while
     * services started have let it find them gone, and it says 503 for some seconds after they are back.
     *
     * @throws IOException the last failure
     */
    static Contents await(String gateway, Path data, StopRequest stop) throws IOException {
        long begun = System.nanoTime();
        while (true) {
            try {
                return read(gateway, data);
            } catch (IOException e) {
                if (System.nanoTime() - begun > PATIENCE.toNanos() || stop.await(PAUSE)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Asks the gateway.
     *
     * @throws IOException when a door does not answer as it should; the message names the door
     */
    static Contents read(String gateway, Path data) throws IOException {
        Doors doors = new Doors(gateway, DevelopmentTokens.of(data).token(TokenRole.OPERATOR, Map.of(), TOKEN_TTL));
        return new Contents(
                doors.count("/institutions?region=321100&limit=200"),
                doors.count("/institutions?region=310000&limit=200"),
                doors.count("/agencies?limit=200"),
                doors.count("/policies"));
    }

    boolean isComplete() {
        return zhenjiangInstitutions > 0 && shanghaiInstitutions > 0 && agencies > 0 && policyPacks > 0;
    }

    private record Doors(String gateway, String token) {

        int count(String door) throws IOException {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(gateway + "/api/v1" + door).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setRequestProperty("Authorization", "Bearer " + token);
            connection.setRequestProperty("Accept", "application/json");
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("GET /api/v1" + door + " → " + status);
            }
            try (InputStream body = connection.getInputStream()) {
                return JSON.readTree(body).path("items").size();
            }
        }
    }
}
