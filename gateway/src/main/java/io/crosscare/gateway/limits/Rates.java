package io.crosscare.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/**
 * A rate for each who asks and one for all of them together. One's own is asked first, so that what one may not have is not taken
 * from the others.
 */
final class Rates {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final RateLimiterConfig own;
    private final Duration ownWait;
    private final Text ownSpent;
    private final RateLimiter all;
    private final Duration allWait;
    private final Cache<String, RateLimiter> known;

    /**
     * Keeps count of so many at most.
     *
     * @param ownSpent what one is told whose own rate is used up
     */
    Rates(Rate own, Text ownSpent, Rate all, int knownMax) {
        this.own = configOf(own);
        this.ownWait = own.per();
        this.ownSpent = ownSpent;
        this.all = RateLimiter.of("all", configOf(all));
        this.allWait = all.per();
        this.known = Caffeine.newBuilder()
                .maximumSize(knownMax)
                .expireAfterAccess(FORGOTTEN_AFTER.plus(own.per()))
                .build();
    }

    /**
     * Takes one request from what this one has left.
     *
     * @throws ProblemException {@code too-many-requests} when nothing is left, with the time after which there will be
     */
    void take(String whose) {
        if (!known.get(whose, name -> RateLimiter.of(name, own)).acquirePermission()) {
            throw ProblemException.of(ProblemType.TOO_MANY_REQUESTS, ownSpent).retryAfter(ownWait);
        }
        if (!all.acquirePermission()) {
            throw ProblemException.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(allWait);
        }
    }

    private static RateLimiterConfig configOf(Rate rate) {
        return RateLimiterConfig.custom()
                .limitForPeriod(rate.requests())
                .limitRefreshPeriod(rate.per())
                .timeoutDuration(Duration.ZERO)
                .build();
    }
}
