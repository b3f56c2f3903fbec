package io.crosscare.chassis.remote;

import static org.assertj.core.api.Assertions.assertThat;

import feign.FeignException;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.testing.TestKeys;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** The blocking client as a reactive call, against a real HTTP neighbour that behaves in the usual ways. */
@SpringBootTest(
        classes = RemoteCallIT.Caller.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:chassis.yaml",
            "spring.profiles.active=test",
            "spring.application.name=settlement",
            "management.server.port=0",
            "crosscare.remote.deadline=700ms"
        })
@ContextConfiguration(initializers = RemoteCallIT.Neighbour.class)
class RemoteCallIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, String> HEADERS = new ConcurrentHashMap<>();
    private static final AtomicInteger REQUESTS = new AtomicInteger();
    private static final DisposableServer SERVER = HttpServer.create()
            .host("127.0.0.1")
            .route(routes -> routes.get("/api/v1/words/{word}", (request, response) -> {
                REQUESTS.incrementAndGet();
                request.requestHeaders()
                        .forEach(header -> HEADERS.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
                return answer(String.valueOf(request.param("word")), response);
            }))
            .bindNow();

    @Autowired
    private NeighbourClient client;

    @Autowired
    private RemoteCalls calls;

    @Autowired
    private CircuitBreakerRegistry breakers;

    static class Neighbour implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "crosscare.keys.directory=" + TestKeys.directory(),
                            "crosscare.services.filing=http://127.0.0.1:" + SERVER.port())
                    .applyTo(context);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableFeignClients(clients = NeighbourClient.class)
    static class Caller {}

    @BeforeEach
    void closeTheBreaker() {
        breakers.circuitBreaker("filing").reset();
        REQUESTS.set(0);
    }

    @AfterAll
    static void stop() {
        SERVER.disposeNow();
    }

    @Test
    void asksAsThisServiceAndPassesOverFieldsItDoesNotKnow() {
        NeighbourClient.Answer answer = ask("good").block(PATIENCE);

        assertThat(answer).isEqualTo(new NeighbourClient.Answer("good"));
        assertThat(HEADERS.get("authorization")).startsWith("Bearer ey");
    }

    @Test
    void runsOffTheEventLoop() {
        Boolean mayBlock = calls.to("filing")
                .call(() -> !Schedulers.isInNonBlockingThread())
                .block(PATIENCE);

        assertThat(mayBlock).isTrue();
    }

    @Test
    void letsARefusalThroughWithoutBlamingTheNeighbour() {
        for (int i = 0; i < 20; i++) {
            assertThat(errorOf("missing")).isInstanceOf(FeignException.NotFound.class);
        }

        assertThat(breakers.circuitBreaker("filing").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void saysThatAnIllNeighbourIsUnavailableAndStopsAskingIt() {
        for (int i = 0; i < 30; i++) {
            assertUnavailable(errorOf("ill"));
        }

        assertThat(breakers.circuitBreaker("filing").getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(REQUESTS.get()).isLessThan(10);
    }

    @Test
    void doesNotWaitForASlowNeighbour() {
        long began = System.nanoTime();

        assertUnavailable(errorOf("slow"));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1_700));
    }

    @Test
    void takesAHalfAnswerForNone() {
        assertUnavailable(errorOf("half"));
    }

    private static Mono<Void> answer(String word, HttpServerResponse response) {
        return switch (word) {
            case "missing" -> response.sendNotFound();
            case "ill" -> response.status(500).send();
            case "slow" ->
                Mono.delay(Duration.ofSeconds(2)).then(response.send().then());
            case "half" ->
                response.header("Content-Type", "application/json")
                        .sendString(Mono.just("{\"word\":"))
                        .then();
            default ->
                response.header("Content-Type", "application/json")
                        .sendString(Mono.just("{\"word\":\"good\",\"addedLater\":1}"))
                        .then();
        };
    }

    private Mono<NeighbourClient.Answer> ask(String word) {
        return calls.to("filing").call(() -> client.ask(word));
    }

    private @Nullable Throwable errorOf(String word) {
        return ask(word)
                .<Throwable>map(answer -> new AssertionError("answered " + answer))
                .onErrorResume(Mono::just)
                .block(PATIENCE);
    }

    private static void assertUnavailable(@Nullable Throwable error) {
        assertThat(error).isInstanceOf(ProblemException.class);
        assertThat(((ProblemException) Objects.requireNonNull(error)).type()).isEqualTo(ProblemType.PEER_UNAVAILABLE);
    }
}
