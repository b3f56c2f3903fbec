package io.crosscare.acceptance.restore;

import io.crosscare.acceptance.Answer;
import io.crosscare.acceptance.Audit;
import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.Eventually;
import io.crosscare.acceptance.GatewayClient;
import io.crosscare.acceptance.LocalSuite;
import io.crosscare.acceptance.kills.Patience;
import io.crosscare.acceptance.kills.Progress;
import io.crosscare.acceptance.kills.World;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.data.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One rehearsal: hospitals settle, the store is backed up meanwhile, they go on, the store is lost and restored; then every
 * answer the hospitals have is held against the suite, and what is lost is settled again.
 */
final class RestoreRun {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPS_WITHIN = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final GatewayClient gateway;
    private final LocalSuite suite;
    private final Path copy;
    private final Plan plan;
    private final Progress progress;
    private final RandomIds ids = RandomIds.secure();

    /**
     * How it is played.
     *
     * @param settlements how many at least are answered before the backup, and again after it
     * @param clients persons who are treated at the same time
     */
    record Plan(int settlements, int clients) {

        Plan {
            if (settlements < 1 || clients < 1) {
                throw new IllegalArgumentException("次数与人数至少为 1 / there is one settlement and one client at least");
            }
        }
    }

    /** The suite runs; the copy is not there yet. */
    RestoreRun(GatewayClient gateway, LocalSuite suite, Path copy, Plan plan, Progress progress) {
        this.gateway = gateway;
        this.suite = suite;
        this.copy = copy;
        this.plan = plan;
        this.progress = progress;
    }

    /** Plays it. The suite runs before and after. */
    RestoreReport play() {
        Patience patience = new Patience(gateway, PATIENCE);
        World world = new World(patience, this::newKey);
        Hospitals hospitals = new Hospitals(patience, world, this::newKey);
        work(world, hospitals);
        loseAndRestore();

        List<Settled> answered = hospitals.settled();
        progress.say("逐一查询 " + answered.size() + " 笔已应答的结算", "asking what became of every answered settlement");
        List<Looked> looked = answered.stream().map(hospitals::look).toList();
        List<String> troubles = new ArrayList<>();
        List<Audit> audits = new ArrayList<>();
        audits.add(audit(patience));
        looked.stream().filter(Looked::isKept).forEach(one -> pressKept(hospitals, one.settled(), troubles));
        List<Settled> lost =
                looked.stream().filter(Looked::isLost).map(Looked::settled).toList();
        progress.say("用同样的键再办 " + lost.size() + " 笔", "pressing again under the same keys");
        int again = 0;
        for (Settled one : lost) {
            Settled anew = hospitals.press(one.bill(), one.when());
            Looked now = hospitals.look(anew);
            if (now.isKept()) {
                again++;
            } else {
                troubles.add("settled again and not found: " + now.line() + " " + now.state());
            }
        }
        audits.add(audit(patience));
        return new RestoreReport(looked, again, audits, troubles);
    }

    private void work(World world, Hospitals hospitals) {
        SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
        AtomicBoolean goesOn = new AtomicBoolean(true);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < plan.clients(); i++) {
                World.Person person = world.newPerson(true, random.split());
                SplittableRandom own = random.split();
                working.add(clients.submit(() -> hospitals.workWhile(goesOn::get, person, own)));
            }
            awaitSettled(hospitals, Settled.When.BEFORE, working);
            progress.say("在办理中备份", "backing up while they work");
            hospitals.itIs(Settled.When.DURING);
            suite.backup(copy);
            hospitals.itIs(Settled.When.AFTER);
            awaitSettled(hospitals, Settled.When.AFTER, working);
            goesOn.set(false);
            working.forEach(RestoreRun::awaitEnd);
        } finally {
            goesOn.set(false);
            clients.shutdownNow();
        }
    }

    private void awaitSettled(Hospitals hospitals, Settled.When when, List<Future<?>> working) {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        while (hospitals.settled().stream().filter(one -> one.when() == when).count() < plan.settlements()) {
            working.stream().filter(Future::isDone).forEach(RestoreRun::awaitEnd);
            if (System.nanoTime() - deadline > 0) {
                throw new Difference("%d 秒内没有办完 · not settled in time".formatted(SETTLED_WITHIN.toSeconds()));
            }
            Eventually.pause(PAUSE);
        }
    }

    private static void awaitEnd(Future<?> client) {
        try {
            client.get(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new Difference("医院无法继续 · a hospital could not go on: " + failure.getCause(), failure);
        } catch (TimeoutException stuck) {
            throw new Difference("医院一直在等 · a hospital waits for ever", stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Difference("被中断 · interrupted", interrupted);
        }
    }

    private void loseAndRestore() {
        progress.say("停止, 丢掉文档库, 恢复, 再启动", "stopping, losing the store, restoring, starting");
        suite.down();
        DataFolder data = DataFolder.at(suite.data());
        try {
            Files.move(data.documents(), data.path().resolveSibling(data.path().getFileName() + ".lost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        suite.restore(copy);
        suite.up();
        suite.awaitWhole(PATIENCE);
    }

    /** A replay of what was answered, to the fen. */
    private static void pressKept(Hospitals hospitals, Settled one, List<String> troubles) {
        Answer answer = hospitals.settle(one.bill(), one.visitId());
        boolean isSame = answer.isReplay()
                && answer.string("id").equals(one.settlementId())
                && answer.number("fundPayFen") == one.fundPayFen();
        if (!isSame) {
            troubles.add("kept, and answered otherwise now: " + one.settlementId());
        }
    }

    private Audit audit(Patience patience) {
        progress.say("审计", "auditing");
        return Audit.hold(call -> patience.ask(Audit.operator(), call), newKey());
    }

    private String newKey() {
        return ids.next('k');
    }
}
