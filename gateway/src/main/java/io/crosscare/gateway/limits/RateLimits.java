package io.crosscare.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Objects;

/**
 * Rates per caller and for all callers of this process together. A hospital is one caller however many tokens it holds. The
 * caller's own rate is asked first, so that what it may not have is not taken from the others.
 */
public final class RateLimits {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final RateLimiterConfig perCaller;
    private final Duration callerWait;
    private final RateLimiter all;
    private final Duration allWait;
    private final Cache<String, RateLimiter> callers;

    /**
     * Keeps count of so many callers at most.
     *
     * @param perCaller for each hospital, agency, platform, operator or person
     * @param all for this process
     */
    public RateLimits(Rate perCaller, Rate all, int callersMax) {
        this.perCaller = configOf(perCaller);
        this.callerWait = perCaller.per();
        this.all = RateLimiter.of("all", configOf(all));
        this.allWait = all.per();
        this.callers = Caffeine.newBuilder()
                .maximumSize(callersMax)
                .expireAfterAccess(FORGOTTEN_AFTER.plus(perCaller.per()))
                .build();
    }

    /**
     * Takes one request from what the caller has left.
     *
     * @throws ProblemException {@code too-many-requests} when nothing is left, with the time after which there will be
     */
    public void take(Caller caller) {
        RateLimiter own = callers.get(nameOf(caller), name -> RateLimiter.of(name, perCaller));
        if (!own.acquirePermission()) {
            throw tooMany(
                    Text.of("本机构请求过于频繁，请稍后再试", "This caller sends too many requests, try again later"), callerWait);
        }
        if (!all.acquirePermission()) {
            throw tooMany(ProblemType.TOO_MANY_REQUESTS.title(), allWait);
        }
    }

    private static String nameOf(Caller caller) {
        return switch (caller) {
            case Caller.Hospital hospital ->
                "hospital " + hospital.institution().value();
            case Caller.Agency agency -> "agency " + agency.region().value();
            case Caller.Platform platform -> "platform " + Objects.toString(platform.region(), "of the nation");
            case Caller.Operator operator -> "operator " + operator.subject();
            case Caller.Insured insured -> "person " + insured.person().value();
            case Caller.Service service -> "service " + service.subject();
        };
    }

    private static ProblemException tooMany(Text detail, Duration wait) {
        return ProblemException.of(ProblemType.TOO_MANY_REQUESTS, detail).retryAfter(wait);
    }

    private static RateLimiterConfig configOf(Rate rate) {
        return RateLimiterConfig.custom()
                .limitForPeriod(rate.requests())
                .limitRefreshPeriod(rate.per())
                .timeoutDuration(Duration.ZERO)
                .build();
    }
}
