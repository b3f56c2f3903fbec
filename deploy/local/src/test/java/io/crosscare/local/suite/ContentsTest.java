package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.crosscare.local.data.DataFolder;
import io.crosscare.local.data.Keys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the suite has loaded, asked of a gateway that does not answer well at first. */
class ContentsTest {

    private static final int FAILURES = 2;

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final StopRequest stop = new StopRequest();
    private HttpServer gateway;

    @BeforeEach
    void open() throws Exception {
        DataFolder data = DataFolder.at(folder);
        data.prepare();
        new Keys(data.keys()).makeMissing(ServiceName.titles());
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/v1/", exchange -> {
            byte[] body = "{\"items\":[{}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(asked.incrementAndGet() <= FAILURES ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void areAskedForAgainWhileTheGatewayTakesAServiceForGone() throws IOException {
        assertThat(Contents.await(address(), folder, stop)).isEqualTo(new Contents(1, 1, 1, 1));
    }

    @Test
    void areNotAskedForAgainOnceAStopIsAskedFor() {
        stop.request();

        assertThatThrownBy(() -> Contents.await(address(), folder, stop))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/institutions")
                .hasMessageEndingWith("503");
        assertThat(asked).hasValue(1);
    }

    private String address() {
        return "http://127.0.0.1:" + gateway.getAddress().getPort();
    }
}
