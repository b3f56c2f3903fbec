package io.crosscare.simulator.store;

import com.mongodb.MongoTimeoutException;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;
import io.crosscare.simulator.world.Weather;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The document store. A write is done at once and synced a little later, together with others; nothing leaves before what it
 * shows is synced. A power cut loses what was not. Reads either wait for the sync, as the embedded store does, or see only
 * what is synced, as a replica set does at majority.
 */
public final class Store {

    private static final long TIMEOUT_MICROS = 5_000_000;
    private static final long RESTART_MICROS_MAX = 4_000_000;
    private static final long SLOW_MICROS = 2_000_000;
    private static final String APPEND = "insert entries";

    /** How long it may gather writes before it syncs them; a store has one of these for its life. */
    private static final List<Long> SYNC_MICROS = List.of(2_000L, 50_000L, 600_000L);

    private final Timeline timeline;
    private final StoreFlaws flaws;
    private final boolean readsSynced;
    private final long syncMicros;
    private final Tables live;
    private final Tables disk;
    private final List<Tables.Change> unsynced = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final Life network = Life.lasting("store");
    private Life life;
    private boolean isUp = true;
    private boolean isSyncing;
    private int powerCuts;

    /**
     * An empty store.
     *
     * @param readsSynced whether reads see only what is synced, else they wait for it
     */
    public Store(Timeline timeline, List<Index> indexes, StoreFlaws flaws, boolean readsSynced) {
        this.timeline = timeline;
        this.flaws = flaws;
        this.readsSynced = readsSynced;
        this.syncMicros = SYNC_MICROS.get(timeline.random().nextInt(SYNC_MICROS.size()));
        this.live = new Tables(indexes, flaws);
        this.disk = new Tables(indexes, flaws);
        this.life = Life.lasting("store");
    }

    /** An answer that waits for the sync, and who hears it if there is none. */
    private record Held(Runnable answer, Runnable lost) {}

    /** The way of a process to the store, with everything that may happen on it. */
    public Connection from(Life caller) {
        return new Wire(caller);
    }

    /** The way of somebody who stands beside the world: at once, and nothing happens on it. */
    public Connection beside() {
        return new Connection() {
            @Override
            public <R> void call(Operation<R> operation, Consumer<R> answered, Consumer<Throwable> failed) {
                R result;
                try {
                    result = operation.work().apply(live);
                } catch (RuntimeException e) {
                    failed.accept(e);
                    return;
                }
                List<Tables.Change> changes = live.takeChanges();
                if (!changes.isEmpty()) {
                    unsynced.addAll(changes);
                    sync();
                }
                answered.accept(result);
            }
        };
    }

    public int powerCuts() {
        return powerCuts;
    }

    private void sync() {
        disk.take(unsynced);
        unsynced.clear();
        List<Held> due = List.copyOf(held);
        held.clear();
        due.forEach(one -> one.answer().run());
    }

    private void syncSoon() {
        if (!isSyncing) {
            isSyncing = true;
            long most = timeline.strikes(Weather::slow) ? SLOW_MICROS : syncMicros;
            timeline.after(timeline.between(most / 10, most), life, "syncs", () -> {
                isSyncing = false;
                sync();
            });
        }
    }

    private void cutPower() {
        powerCuts++;
        timeline.tell(life, "POWER CUT, loses " + unsynced.size() + " writes");
        life.crash();
        isUp = false;
        isSyncing = false;
        unsynced.clear();
        live.become(disk);
        List<Held> lost = List.copyOf(held);
        held.clear();
        lost.forEach(one -> one.lost().run());
        life = Life.lasting("store");
        timeline.after(timeline.between(100_000, RESTART_MICROS_MAX), life, "is up again", () -> isUp = true);
    }

    private final class Wire implements Connection {

        private final Life caller;

        Wire(Life caller) {
            this.caller = caller;
        }

        @Override
        public <R> void call(Operation<R> operation, Consumer<R> answered, Consumer<Throwable> failed) {
            if (operation.what().equals(APPEND) && timeline.standsStillBeforeAnEntry(caller)) {
                timeline.after(1, caller, "goes on", () -> send(operation, answered, failed));
            } else {
                send(operation, answered, failed);
            }
        }

        private <R> void send(Operation<R> operation, Consumer<R> answered, Consumer<Throwable> failed) {
            if (timeline.isTraced()) {
                timeline.tell(caller, "→ " + operation.what() + " " + operation.on());
            }
            long way = timeline.strikes(Weather::late) ? timeline.between(TIMEOUT_MICROS, 30_000_000) : latency();
            boolean isGivenUp = way >= TIMEOUT_MICROS;
            if (timeline.strikes(Weather::lostRequest)) {
                fail(operation, TIMEOUT_MICROS, "no answer", failed);
                return;
            }
            if (isGivenUp) {
                fail(operation, TIMEOUT_MICROS, "no answer", failed);
            }
            int cutsBefore = powerCuts;
            timeline.after(way, network, operation.what(), () -> {
                if (timeline.strikes(Weather::storeCrash)) {
                    cutPower();
                }
                if (isUp && powerCuts == cutsBefore) {
                    work(operation, isGivenUp ? _ -> {} : answered, isGivenUp ? _ -> {} : failed);
                } else if (!isGivenUp) {
                    fail(operation, latency(), "connection closed", failed);
                }
            });
        }

        private <R> void work(Operation<R> operation, Consumer<R> answered, Consumer<Throwable> failed) {
            Runnable answer;
            try {
                R result = operation.work().apply(live);
                unsynced.addAll(live.takeChanges());
                if (operation.what().equals(APPEND)) {
                    caller.hasStoredAnEntry();
                }
                R seen = operation.isRead() && readsSynced && !flaws.showsUnsynced()
                        ? operation.work().apply(disk)
                        : result;
                answer = () -> reply(operation, "answered: ", () -> answered.accept(seen), failed);
            } catch (RuntimeException e) {
                answer = () -> reply(operation, "refused: ", () -> failed.accept(e), failed);
            }
            boolean isFree = operation.isRead() ? readsSynced || flaws.showsUnsynced() : flaws.acknowledgesEarly();
            if (isFree || unsynced.isEmpty()) {
                answer.run();
            } else {
                held.add(new Held(answer, () -> fail(operation, latency(), "connection closed", failed)));
            }
            if (!unsynced.isEmpty()) {
                syncSoon();
            }
        }

        private void reply(Operation<?> operation, String how, Runnable answer, Consumer<Throwable> failed) {
            if (timeline.strikes(Weather::lostReply)) {
                fail(operation, TIMEOUT_MICROS, "answer lost", failed);
            } else {
                timeline.after(latency(), caller, how + operation.what(), answer);
            }
        }

        private void fail(Operation<?> operation, long micros, String why, Consumer<Throwable> failed) {
            timeline.after(
                    micros, caller, why + ": " + operation.what(), () -> failed.accept(new MongoTimeoutException(why)));
        }

        private long latency() {
            return timeline.strikes(Weather::slow) ? timeline.between(500_000, 2_500_000) : timeline.between(100, 900);
        }
    }
}
