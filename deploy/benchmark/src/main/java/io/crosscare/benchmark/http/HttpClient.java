package io.crosscare.benchmark.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one address, each on a connection of its own while it is in flight; connections are kept and used again.
 * Blocks its thread, which should be a virtual one. Nothing is retried: a request that was not answered stays unanswered.
 */
public final class HttpClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    /** Well before the other side closes an idle connection, so that no request meets one that is being closed. */
    private static final Duration IDLE_MAX = Duration.ofSeconds(15);

    private final InetSocketAddress address;
    private final String host;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    /**
     * A client of one server.
     *
     * @param base scheme http, host and port
     */
    public HttpClient(URI base) {
        this.address = new InetSocketAddress(base.getHost(), base.getPort());
        this.host = base.getHost() + ":" + base.getPort();
    }

    /**
     * The answer.
     *
     * @throws IOException when there is none; what became of the request is then not known
     */
    public Response send(Request request) throws IOException {
        Connection connection = idleConnection();
        if (connection == null) {
            connection = new Connection(address);
        }
        try {
            Response response = connection.exchange(request.bytes(host));
            if (response.isLast()) {
                connection.close();
            } else {
                connection.lastUsedNanos = System.nanoTime();
                idle.push(connection);
            }
            return response;
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private @Nullable Connection idleConnection() throws IOException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            if (System.nanoTime() - connection.lastUsedNanos < IDLE_MAX.toNanos()) {
                return connection;
            }
            connection.close();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }

    private static final class Connection {

        private final Socket socket = new Socket();
        private final ResponseReader reader;
        private long lastUsedNanos;

        Connection(InetSocketAddress address) throws IOException {
            try {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(Math.toIntExact(ANSWER_TIMEOUT.toMillis()));
                socket.connect(address, Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
                reader = new ResponseReader(socket.getInputStream());
            } catch (IOException | RuntimeException e) {
                socket.close();
                throw e;
            }
        }

        Response exchange(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            return reader.read();
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
