package io.crosscare.simulator.suite;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.settlement.chain.EntryStatement;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.simulator.bus.Bus;
import io.crosscare.simulator.bus.Producer;
import io.crosscare.simulator.mutant.Mutation;
import io.crosscare.simulator.store.SimulatedDatabase;
import io.crosscare.simulator.store.Store;
import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** One instance of the settlement service: its process, started again after each crash, and its periodic tasks. */
final class SettlementNode {

    private static final long RELAY_MICROS = 20_000_000;
    private static final long SWEEP_MICROS = 16_000_000;
    private static final int CLOCK_WRONG_SECONDS_MAX = 30;

    private final Timeline timeline;
    private final Store store;
    private final Bus bus;
    private final Packs packs;
    private final Mutation mutation;
    private final Life machine;
    private final Clock clock;
    private Life life;
    private @Nullable SettlementProcess process;
    private boolean isRelaying;
    private boolean isKicked;
    private int pauses;
    private int crashes;

    SettlementNode(String name, Timeline timeline, Store store, Bus bus, Packs packs, Mutation mutation) {
        this.timeline = timeline;
        this.store = store;
        this.bus = bus;
        this.packs = packs;
        this.mutation = mutation;
        this.machine = Life.lasting(name);
        this.life = machine;
        this.clock =
                timeline.clock(Duration.ofSeconds(timeline.between(-CLOCK_WRONG_SECONDS_MAX, CLOCK_WRONG_SECONDS_MAX)));
    }

    void start() {
        Life born = Life.mortal(machine.name(), 1, this::crashed);
        life = born;
        isRelaying = false;
        isKicked = false;
        SettlementProcess started = new SettlementProcess(
                SimulatedDatabase.over(store.from(born)),
                new Producer(bus, born),
                packs,
                mutation,
                new RandomIds(timeline.random()),
                clock,
                () -> kick(born));
        process = started;
        every(SWEEP_MICROS, "sweeps visits", started::sweepVisits);
        every(SWEEP_MICROS, "sweeps intents", started::sweepIntents);
        relayLater(born);
    }

    private void crashed() {
        crashes++;
        process = null;
        timeline.after(timeline.between(200_000, 8_000_000), machine, "starts again", this::start);
    }

    int crashes() {
        return crashes;
    }

    boolean isUp() {
        return process != null;
    }

    private void every(long micros, String what, Supplier<Mono<Void>> work) {
        Life of = life;
        timeline.after(
                timeline.between(micros / 2, micros),
                of,
                what,
                () -> work.get().subscribe(_ -> {}, _ -> every(micros, what, work), () -> every(micros, what, work)));
    }

    /** Of several pauses only the last one counts: a kick has ended those before. */
    private void relayLater(Life of) {
        int pause = ++pauses;
        timeline.after(timeline.between(RELAY_MICROS / 2, RELAY_MICROS), of, "relays", () -> {
            if (pause == pauses) {
                relayNow(of);
            }
        });
    }

    /** A turn of the relay at once; a kick during a turn makes another follow. */
    private void relayNow(Life of) {
        SettlementProcess running = process;
        if (running == null || isRelaying) {
            return;
        }
        isRelaying = true;
        isKicked = false;
        running.relay().subscribe(_ -> {}, _ -> relayed(of), () -> relayed(of));
    }

    private void relayed(Life of) {
        isRelaying = false;
        if (isKicked) {
            timeline.after(timeline.between(10, 1_000), of, "relays again", () -> relayNow(of));
        } else {
            relayLater(of);
        }
    }

    private void kick(Life of) {
        if (!isKicked) {
            isKicked = true;
            timeline.after(timeline.between(10, 1_000), of, "is kicked", () -> relayNow(of));
        }
    }

    /** Handles a request that has arrived; nothing is answered where it crashes before. Disposing of it is hanging up. */
    Disposable receive(Request request, Consumer<Answer> answered) {
        return handle(
                "receives " + request.getClass().getSimpleName(),
                running -> running.answer(request),
                answered,
                error -> answered.accept(SettlementProcess.fault(error)));
    }

    /** A page of a person's chain, for another service. */
    Disposable chainFrom(EntryId first, Consumer<List<EntryStatement>> answered, Consumer<Throwable> failed) {
        return handle("is asked for a chain", running -> running.chainFrom(first), answered, failed);
    }

    private <T> Disposable handle(
            String what, Function<SettlementProcess, Mono<T>> work, Consumer<T> answered, Consumer<Throwable> failed) {
        SettlementProcess running = process;
        if (running == null) {
            failed.accept(new IllegalStateException("connection refused"));
            return Disposables.disposed();
        }
        Disposable.Swap handled = Disposables.swap();
        timeline.after(1, life, what, () -> handled.update(work.apply(running).subscribe(answered, failed)));
        return handled;
    }
}
