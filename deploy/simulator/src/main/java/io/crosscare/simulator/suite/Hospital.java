package io.crosscare.simulator.suite;

import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;
import io.crosscare.simulator.world.Weather;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * The way between clients and the settlement service: each request goes to some instance, and may be lost, late, doubled or not
 * be answered. A client waits for ten seconds. Writes everything down.
 */
final class Hospital {

    private static final long TIMEOUT_MICROS = 10_000_000;
    private static final long LATE_MICROS_MAX = 30_000_000;
    private static final long SOON_MICROS_MAX = 300_000;

    private final Timeline timeline;
    private final Supplier<SettlementNode> settlement;
    private final Journal journal;
    private final Life network = Life.lasting("network");

    Hospital(Timeline timeline, Supplier<SettlementNode> settlement, Journal journal) {
        this.timeline = timeline;
        this.settlement = settlement;
        this.journal = journal;
    }

    Journal journal() {
        return journal;
    }

    /** Sends a request. Its client is told once: an answer, or silence. */
    void send(Life client, Request request, Consumer<Answer> told) {
        journal.sent(request, timeline.nowMicros());
        if (timeline.isTraced()) {
            timeline.tell(client, "sends " + request);
        }
        Exchange exchange = new Exchange(client, request, told);
        timeline.after(TIMEOUT_MICROS, client, "waits no longer", exchange::giveUp);
        if (timeline.strikes(Weather::twice)) {
            long after = timeline.random().nextBoolean() ? SOON_MICROS_MAX : LATE_MICROS_MAX;
            deliver(timeline.between(1_000, after), request, exchange::hear);
        }
        if (timeline.strikes(Weather::late)) {
            deliver(timeline.between(TIMEOUT_MICROS, LATE_MICROS_MAX), request, _ -> {});
        } else if (!timeline.strikes(Weather::lostRequest)) {
            exchange.deliver();
        }
    }

    private void deliver(long after, Request request, Consumer<Answer> answered) {
        timeline.after(
                after, network, "brings a request", () -> settlement.get().receive(request, answered));
    }

    private long latency() {
        return timeline.between(1_000, 20_000);
    }

    /** One request and its answer. */
    private final class Exchange {

        private final Life client;
        private final Request request;
        private final Consumer<Answer> told;
        private @Nullable Disposable handled;
        private boolean isOver;

        Exchange(Life client, Request request, Consumer<Answer> told) {
            this.client = client;
            this.request = request;
            this.told = told;
        }

        void deliver() {
            timeline.after(
                    latency(),
                    network,
                    "brings a request",
                    () -> handled = settlement.get().receive(request, this::hear));
        }

        /** Of two answers to a doubled request the first one counts. */
        void hear(Answer answer) {
            if (!timeline.strikes(Weather::lostReply)) {
                timeline.after(latency(), client, "hears an answer", () -> end(answer));
            }
        }

        /** Whoever waits no longer may hang up, which ends the work where it is. */
        void giveUp() {
            Disposable work = handled;
            if (!isOver && work != null && timeline.random().nextBoolean()) {
                work.dispose();
            }
            end(new Answer.Silence());
        }

        private void end(Answer answer) {
            if (!isOver) {
                isOver = true;
                if (timeline.isTraced()) {
                    timeline.tell(client, "is told " + answer);
                }
                journal.told(request, answer, timeline.nowMicros());
                told.accept(answer);
            }
        }
    }
}
