package io.crosscare.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.security.Caller;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Periods of an hour, so that none ends while a test runs. */
class RateLimitsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Caller ZHONGSHAN = new Caller.Hospital("his-1", new InstitutionCode("H31000000001"));
    private static final Caller ZHONGSHAN_AGAIN = new Caller.Hospital("his-2", new InstitutionCode("H31000000001"));
    private static final Caller OTHER = new Caller.Hospital("his-1", new InstitutionCode("H31000000002"));

    @Test
    void refusesWhatExceedsTheCallersRateAndSaysWhenToReturn() {
        RateLimits limits = new RateLimits(new Rate(2, HOUR), new Rate(100, HOUR), 10);
        limits.take(ZHONGSHAN);
        limits.take(ZHONGSHAN);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> limits.take(ZHONGSHAN))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
                    assertThat(problem.retryAfter()).isEqualTo(HOUR);
                });
    }

    @Test
    void countsAHospitalOnceHoweverManyAccountsItHas() {
        RateLimits limits = new RateLimits(new Rate(1, HOUR), new Rate(100, HOUR), 10);
        limits.take(ZHONGSHAN);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> limits.take(ZHONGSHAN_AGAIN));
    }

    @Test
    void takesNothingFromOthersForWhatItRefuses() {
        RateLimits limits = new RateLimits(new Rate(1, HOUR), new Rate(2, HOUR), 10);
        limits.take(ZHONGSHAN);
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> limits.take(ZHONGSHAN));
        }

        assertThatCode(() -> limits.take(OTHER)).doesNotThrowAnyException();
    }

    @Test
    void boundsAllCallersTogether() {
        RateLimits limits = new RateLimits(new Rate(10, HOUR), new Rate(2, HOUR), 10);
        limits.take(ZHONGSHAN);
        limits.take(OTHER);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> limits.take(new Caller.Operator("ops")));
    }

    @Test
    void refusesARateThatAllowsNothing() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Rate(0, HOUR));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Rate(1, Duration.ZERO));
    }
}
