package io.crosscare.chassis.web;

import io.crosscare.chassis.problem.Blame;
import io.crosscare.chassis.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.web.server.ServerWebExchange;

/**
 * The one log line of a call that failed, the same in every process: door, status, problem and whose turn it is, with the
 * trace id that the log adds. Nothing a caller wrote is in it. Only what is our own fault has a stack trace.
 */
public final class FailedCall {

    /** Names the problem's slug to the process in front of this one, which takes it off the answer. */
    public static final String PROBLEM_HEADER = "Problem-Type";

    private static final String WRITTEN_ELSEWHERE = FailedCall.class.getName() + ".writtenElsewhere";

    private FailedCall() {}

    /**
     * The line, for its writer to add to and to word.
     *
     * @param door method and pattern of the path, never the path itself
     * @param problem see {@link io.crosscare.chassis.problem.ProblemException#summary()}
     * @param error what failed; null where only the answer is known
     */
    public static LoggingEventBuilder line(
            Logger log, String door, ProblemType type, String problem, @Nullable Throwable error) {
        LoggingEventBuilder line = log.atLevel(levelOf(type.blame()))
                .addKeyValue("door", door)
                .addKeyValue("status", type.status())
                .addKeyValue("problem", problem)
                .addKeyValue("blame", type.blame().name());
        return type.blame() == Blame.US && error != null ? line.setCause(error) : line;
    }

    /** From now on somebody else writes the line of this call, who knows more of it. */
    public static void isWrittenElsewhere(ServerWebExchange exchange) {
        exchange.getAttributes().put(WRITTEN_ELSEWHERE, true);
    }

    static boolean isToBeWritten(ServerWebExchange exchange) {
        return exchange.getAttribute(WRITTEN_ELSEWHERE) == null;
    }

    private static Level levelOf(Blame blame) {
        return switch (blame) {
            case CALLER -> Level.INFO;
            case CAPACITY, PEER -> Level.WARN;
            case US -> Level.ERROR;
        };
    }
}
