package io.crosscare.local.suite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a suite keeps its data: in the embedded stores it starts itself, or in a MongoDB and a Kafka that are there already,
 * each chosen by itself. What runs already is neither started nor stopped nor deleted.
 *
 * @param mongo connection string of a MongoDB; may hold a password, so it is never shown and reaches services by environment
 * @param kafka bootstrap servers of a Kafka, {@code HOST:PORT} and more after commas
 */
record Stores(Optional<String> mongo, Optional<String> kafka) {

    static final Stores EMBEDDED = new Stores(Optional.empty(), Optional.empty());

    private static final Pattern MONGO_URI =
            Pattern.compile("mongodb(?<dns>\\+srv)?://(?:[^@/]*@)?(?<hosts>[^/?@]+)(?:[/?].*)?");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?<host>\\[[0-9a-fA-F:]+]|[^:\\[\\]\\s]+):(?<port>\\d{1,5})");
    private static final int MONGO_PORT = 27_017;
    private static final int CONNECT_MILLIS_MAX = 3_000;

    /** As given on the command line; refuses what is no address, without repeating it. */
    static Stores of(@Nullable String mongo, @Nullable String kafka) {
        if (mongo != null && !MONGO_URI.matcher(mongo).matches()) {
            throw new IllegalArgumentException(
                    "--mongo 要 mongodb://主机:端口/ 形式的连接串 / --mongo takes a connection string mongodb://HOST:PORT/");
        }
        if (kafka != null
                && !Stream.of(kafka.split(","))
                        .allMatch(one -> HOST_AND_PORT.matcher(one).matches())) {
            throw new IllegalArgumentException("--kafka 要 主机:端口 / --kafka takes HOST:PORT");
        }
        return new Stores(Optional.ofNullable(mongo), Optional.ofNullable(kafka));
    }

    String mongoUri(Ports ports) {
        return mongo.orElse("mongodb://" + Ports.HOST + ":" + ports.documents() + "/");
    }

    String bootstrapServers(Ports ports) {
        return kafka.orElse(Ports.HOST + ":" + ports.events());
    }

    /** The addresses of those that run already, as {@code host:port}. */
    List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        mongo.map(MONGO_URI::matcher)
                .filter(Matcher::matches)
                .filter(uri -> uri.group("dns") == null)
                .ifPresent(uri -> Stream.of(uri.group("hosts").split(","))
                        .map(host -> HOST_AND_PORT.matcher(host).matches() ? host : host + ":" + MONGO_PORT)
                        .forEach(addresses::add));
        kafka.ifPresent(servers -> addresses.addAll(List.of(servers.split(","))));
        return addresses;
    }

    /** Those of {@link #addresses()} where nobody listens. */
    List<String> silent() {
        return addresses().stream().filter(address -> !listens(address)).toList();
    }

    private static boolean listens(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(address.substring(colon + 1));
            socket.connect(new InetSocketAddress(address.substring(0, colon), port), CONNECT_MILLIS_MAX);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
