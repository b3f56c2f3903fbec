package io.crosscare.gateway.limits;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import java.util.Objects;

/**
 * Rates per caller and for all callers of this process together. A hospital is one caller however many tokens it holds. The
 * caller's own rate is asked first, so that what it may not have is not taken from the others.
 */
public final class RateLimits {

    private static final Text TOO_MANY =
            Text.of("本机构请求过于频繁，请稍后再试", "This caller sends too many requests, try again later");

    private final Rates rates;

    /**
     * Keeps count of so many callers at most.
     *
     * @param perCaller for each hospital, agency, platform, operator or person
     * @param all for this process
     */
    public RateLimits(Rate perCaller, Rate all, int callersMax) {
        this.rates = new Rates(perCaller, TOO_MANY, all, callersMax);
    }

    /**
     * Takes one request from what the caller has left.
     *
     * @throws ProblemException {@code too-many-requests} when nothing is left, with the time after which there will be
     */
    public void take(Caller caller) {
        rates.take(nameOf(caller));
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
}
