package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Answer;
import io.crosscare.acceptance.Call;
import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.Eventually;
import io.crosscare.acceptance.GatewayClient;
import io.crosscare.acceptance.Party;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Asks until it is answered, for what may be asked again: reading, and what carries a key. A process that is away is waited for,
 * for it will be back.
 */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int FIRST_FAULT = 500;

    private final GatewayClient gateway;
    private final Duration patience;
    private final Queue<String> cuts = new ConcurrentLinkedQueue<>();

    public Patience(GatewayClient gateway, Duration patience) {
        this.gateway = gateway;
        this.patience = patience;
    }

    /** The answer, or a {@link Difference} when none came in time. Faults are none. */
    public Answer ask(Party party, Call call) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Answer> answer = tryOnce(party, call);
            if (answer.filter(each -> each.status() < FIRST_FAULT).isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new Difference("%s: %d 秒内没有得到答复 · no answer within %d s, the last: %s"
                        .formatted(
                                call.readable(),
                                patience.toSeconds(),
                                patience.toSeconds(),
                                answer.map(Answer::text).orElse("silence")));
            }
            Eventually.pause(PAUSE);
        }
    }

    /** The requests that reached somebody and were left without an answer; where nobody listened nothing was lost. */
    List<String> cuts() {
        return List.copyOf(cuts);
    }

    /** One try; empty when nobody answers. */
    Optional<Answer> tryOnce(Party party, Call call) {
        try {
            return Optional.of(gateway.ask(party, call));
        } catch (Difference silence) {
            if (Thread.currentThread().isInterrupted()) {
                throw silence;
            }
            if (!(silence.getCause() instanceof ConnectException)) {
                cuts.add(String.valueOf(silence.getMessage()));
            }
            return Optional.empty();
        }
    }
}
