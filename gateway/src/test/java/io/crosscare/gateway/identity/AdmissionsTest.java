package io.crosscare.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.security.InternalTokenVerifier;
import io.crosscare.chassis.security.InternalTokens;
import io.crosscare.chassis.security.PemKeys;
import io.crosscare.chassis.testing.TestKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class AdmissionsTest {

    private static final Instant NOW = Instant.parse("2019-09-10T02:00:00Z");

    private final MovedClock clock = new MovedClock(NOW);
    private final Issuer issuer = new Issuer(clock);
    private final InternalTokens internal = new InternalTokens(
            "gateway", PemKeys.readPrivate(TestKeys.directory().resolve("internal-gateway.key.pem")), clock);
    private final Admissions admissions = new Admissions(
            new BearerTokens(
                    IssuerKeys.ofFile(Issuer.publicKeyFile(), Issuer.KEY_ID), Issuer.NAME, Issuer.AUDIENCE, clock),
            internal,
            clock,
            100);

    @Test
    void exchangesABearerForATokenTheServicesBelieve() {
        InternalTokenVerifier services = new InternalTokenVerifier(
                Map.of("gateway", PemKeys.readPublic(TestKeys.directory().resolve("internal-gateway.pub.pem"))), clock);

        Admission admission = admit(issuer.hospital("H31000000001"));

        assertThat(services.verify(admission.token().value())).isEqualTo(admission.caller());
        assertThat(admission.token().expiresAt()).isEqualTo(NOW.plus(InternalTokens.TTL_MAX));
    }

    @Test
    void remembersAnExchangeWhileItsTokenHasTimeLeft() {
        String bearer = issuer.operator();
        Admission first = admit(bearer);
        clock.move(Duration.ofSeconds(49));
        Admission again = admit(bearer);
        clock.move(Duration.ofSeconds(2));
        Admission renewed = admit(bearer);

        assertThat(again).isSameAs(first);
        assertThat(renewed.token().expiresAt()).isEqualTo(NOW.plusSeconds(51 + 60));
    }

    @Test
    void neverOutlivesTheBearer() {
        Instant expiry = NOW.plusSeconds(5);
        String bearer = issuer.signed(claims -> claims.claim("role", "OPERATOR").expirationTime(Date.from(expiry)));
        Instant acceptedUntil = expiry.plus(BearerTokens.SKEW_MAX);
        admit(bearer);

        clock.move(Duration.ofSeconds(60));
        assertThat(admit(bearer).token().expiresAt()).isEqualTo(acceptedUntil);

        clock.move(Duration.ofSeconds(6));
        admissions.admit(bearer).as(StepVerifier::create).verifyErrorSatisfies(AdmissionsTest::isUnauthenticated);
    }

    @Test
    void doesNotRememberARefusal() {
        String early = issuer.signed(
                claims -> claims.claim("role", "OPERATOR").notBeforeTime(Date.from(NOW.plusSeconds(100))));
        admissions.admit(early).as(StepVerifier::create).verifyErrorSatisfies(AdmissionsTest::isUnauthenticated);

        clock.move(Duration.ofSeconds(50));

        assertThat(admit(early).caller().subject()).isEqualTo("account-1");
    }

    @Test
    void keepsTokensApart() {
        assertThat(admit(issuer.hospital("H31000000001")).caller())
                .isNotEqualTo(admit(issuer.hospital("H31000000002")).caller());
    }

    private Admission admit(String bearer) {
        return Objects.requireNonNull(admissions.admit(bearer).block(Duration.ofSeconds(10)));
    }

    private static void isUnauthenticated(Throwable error) {
        assertThat(error).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.UNAUTHENTICATED);
        });
    }

    private static final class MovedClock extends Clock {

        private volatile Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        void move(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }
    }
}
