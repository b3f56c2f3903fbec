package io.crosscare.settlement.eligibility.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.remote.RemoteCalls;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.eligibility.message.InstitutionMessage;
import io.crosscare.settlement.eligibility.message.InsuredPersonMessage;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.CareSide;
import io.crosscare.settlement.eligibility.model.EligibilityQuestion;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both questions to the registry behind its breaker, when that has opened. */
class FeignOwnersTest {

    /** As the chassis configures it. */
    private static final int LET_THROUGH = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More than whoever is not let through needs to say so, and to break off what goes with it. */
    private static final Duration ANSWERING = Duration.ofMillis(300);

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .permittedNumberOfCallsInHalfOpenState(LET_THROUGH)
            .build());
    private final CircuitBreaker breaker = breakers.circuitBreaker("registry");
    private final CountDownLatch held = new CountDownLatch(1);
    private final FeignOwners owners =
            new FeignOwners(new SlowRegistry(), new NoFilings(), new RemoteCalls(breakers, PATIENCE));
    private final EligibilityQuestion question = new EligibilityQuestion(
            Entries.PERSON,
            Entries.ZHENJIANG,
            Entries.ZHONGSHAN,
            ServiceType.OUTPATIENT,
            CardKind.PROVINCIAL_CARD,
            LocalDate.of(2019, 9, 10),
            null);

    /** Answers a moment after somebody was not let through. */
    private final class SlowRegistry implements RegistryClient {

        @Override
        public InstitutionMessage institution(String code) {
            answering();
            return new InstitutionMessage(
                    code, "复旦大学附属中山医院", Entries.SHANGHAI.value(), "L3", "OPEN", List.of(), List.of(), 1);
        }

        @Override
        public ConnectivityPageMessage connectivity(int limit) {
            answering();
            return new ConnectivityPageMessage(List.of());
        }

        @Override
        public UploadRecordMessage upload(String filingId) {
            throw new UnsupportedOperationException("nobody asks");
        }

        private void answering() {
            try {
                if (!held.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("everybody was let through");
                }
                Thread.sleep(ANSWERING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("broken off", e);
            }
        }
    }

    private static final class NoFilings implements FilingClient {

        @Override
        public InsuredPersonMessage person(String personId) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public FilingCheckMessage check(
                String personId, String careRegion, String serviceType, String on, String until) {
            throw new UnsupportedOperationException("nobody asks");
        }
    }

    @BeforeEach
    void hold() {
        breaker.getEventPublisher().onCallNotPermitted(_ -> held.countDown());
    }

    /** Two windows ask at once: of four questions three are let through, and each of them is heard to its end. */
    @Test
    void closesWithWhatWasLetThroughThoughAnotherWasNot() {
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();

        CompletableFuture<@Nullable CareSide> first = owners.careSide(question).toFuture();
        CompletableFuture<@Nullable CareSide> second = owners.careSide(question).toFuture();

        assertThat(first)
                .succeedsWithin(PATIENCE)
                .satisfies(side ->
                        assertThat(side.institution().orElseThrow().code()).isEqualTo(Entries.ZHONGSHAN));
        assertThat(second).failsWithin(PATIENCE);
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    /** Two failures of one neighbour are one silence, of which the cashier and the desk are told. */
    @Test
    void saysThatTheRegistryIsUnavailableWhereNeitherIsLetThrough() {
        breaker.transitionToOpenState();

        ProblemException silence = catchThrowableOfType(
                ProblemException.class, () -> owners.careSide(question).block(PATIENCE));

        assertThat(silence.type()).isEqualTo(ProblemType.PEER_UNAVAILABLE);
        assertThat(silence.extensions()).containsEntry("peer", "registry");
    }
}
