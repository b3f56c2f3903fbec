package io.crosscare.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestTokens;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A service told to end answers what reaches it, says that the connection ends, and only then stops listening. */
class DrainingIT {

    private static final String OPERATOR = TestTokens.internal(new Caller.Operator("ops"));

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void answersWithTheLastWordOfTheConnectionUntilItStopsListening() throws Exception {
        ConfigurableApplicationContext service = start();
        URI door = URI.create("http://127.0.0.1:%s/api/v1/me"
                .formatted(service.getEnvironment().getProperty("local.server.port")));
        HttpResponse<String> before = ask(door);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(service::close);
        HttpResponse<String> last = ask(door);
        while (last.headers().firstValue("Connection").isEmpty()) {
            last = ask(door);
        }
        closing.join();

        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(before.headers().firstValue("Connection")).isEmpty();
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.headers().firstValue("Connection")).hasValue("close");
        assertThatThrownBy(() -> ask(door)).isInstanceOf(ConnectException.class);
    }

    private static ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(TinyApplication.class);
        application.addInitializers(new WebEdgeIT.Keys());
        return application.run(
                "--spring.config.import=classpath:chassis.yaml",
                "--spring.profiles.active=test",
                "--spring.application.name=registry",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--crosscare.drain=2s");
    }

    private HttpResponse<String> ask(URI door) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(door).header("Authorization", OPERATOR).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
