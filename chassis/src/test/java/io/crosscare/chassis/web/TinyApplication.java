package io.crosscare.chassis.web;

import io.crosscare.chassis.observability.Arrival;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The smallest service that stands on the chassis. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(TinyApplication.Door.class)
class TinyApplication {

    record LineRequest(@Nullable Long lineNumber, @Nullable String itemCode) {}

    record BillRequest(
            @Nullable String region,
            @Nullable Long amountFen,
            @Nullable List<@Nullable LineRequest> lines) {}

    @RestController
    static class Door {

        @GetMapping(path = "/api/v1/page", produces = "text/html;charset=UTF-8")
        String page() {
            return "<p>page</p>";
        }

        @GetMapping(path = "/api/v1/page", produces = "text/csv")
        String table() {
            return "table";
        }

        @GetMapping("/api/v1/me")
        Mono<Map<String, String>> me(Caller caller) {
            return Mono.just(Map.of("role", caller.role().name(), "subject", caller.subject()));
        }

        @GetMapping("/api/v1/arrival")
        Mono<Map<String, String>> arrival() {
            return Mono.deferContextual(context -> Mono.just(Arrival.in(context)
                    .map(arrival -> Map.of(
                            "door",
                            arrival.door(),
                            "receivedAt",
                            arrival.receivedAt().toString()))
                    .orElse(Map.of())));
        }

        @GetMapping("/api/v1/bills")
        Mono<Map<String, String>> bills(
                @RequestParam(required = false) @Nullable String from,
                @RequestParam(required = false) @Nullable String to,
                @RequestParam(name = "class", required = false) @Nullable String billClass) {
            FieldChecks checks = new FieldChecks();
            checks.period(checks.optionalDate("from", from), checks.optionalDate("to", to));
            checks.throwIfInvalid();
            return Mono.just(Map.of("class", billClass == null ? "none" : billClass));
        }

        @PostMapping("/api/v1/bills")
        Mono<Map<String, Long>> bill(
                @RequestParam(required = false) @Nullable String name, @RequestBody BillRequest body) {
            FieldChecks checks = new FieldChecks();
            checks.region("region", body.region());
            var amount = checks.fen("amountFen", body.amountFen(), 0, 100_000);
            checks.throwIfInvalid();
            return Mono.just(Map.of("amountFen", amount.value().fen()));
        }

        @GetMapping("/api/v1/broken")
        Mono<String> broken(
                @RequestParam(required = false) @Nullable String personId,
                @RequestParam(required = false) @Nullable String name) {
            return Mono.error(new IllegalStateException("secret detail"));
        }

        /** As a blocking client called straight from a controller: without BlockHound it would succeed silently. */
        @GetMapping("/api/v1/blocking")
        Mono<String> blocking() {
            return Mono.fromCallable(() -> {
                Thread.sleep(1);
                return "waited on the event loop";
            });
        }

        /** As a client of a neighbour fails: with the whole address in its message. */
        @GetMapping("/api/v1/broken-below")
        Mono<String> brokenBelow() {
            return Mono.error(new IllegalStateException(
                    "cannot ask",
                    new IOException("[500] during [GET] to [http://peer/api/v1/checks?name=MARKED7702]")));
        }

        @GetMapping("/api/v1/away")
        Mono<String> away(@RequestParam(required = false) @Nullable String name) {
            return Mono.error(ProblemException.peerUnavailable("filing", Duration.ofSeconds(2), null));
        }
    }
}
