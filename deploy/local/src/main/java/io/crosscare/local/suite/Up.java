package io.crosscare.local.suite;

import io.crosscare.local.data.DataFolder;
import io.crosscare.local.data.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Starts the suite of a data directory, watches over it and stops it again. On a directory whose suite runs already it says so
 * and starts nothing.
 */
@Command(name = "up")
public final class Up implements Callable<Integer> {

    /** Instead of {@code --mongo}, for a connection string with a password, which a list of processes would show. */
    private static final String MONGO_VARIABLE = "CROSSCARE_UP_MONGO";

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Option(names = "--detach", description = "return when the suite is ready and leave it running")
    private boolean detach;

    @Option(names = "--demo", description = "play the main job when the suite is ready")
    private boolean demo;

    @Option(names = "--exit", description = "with --demo: stop after it, exit 0 if every step passed, else 1")
    private boolean exit;

    @Option(names = "--reset", description = "delete the data directory first")
    private boolean reset;

    @Option(names = "--load", description = "full JIT compiler and more heap, for load tests")
    private boolean load;

    @Option(names = "--without-caches", description = "use and train no start-up caches, to measure what they give")
    private boolean withoutCaches;

    @Option(names = "--train-only", description = "train the start-up caches now and start nothing")
    private boolean trainOnly;

    @Option(
            names = "--mongo",
            paramLabel = "URI",
            defaultValue = "${env:" + MONGO_VARIABLE + "}",
            description = "use this MongoDB instead of the embedded document store")
    private @Nullable String mongo;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "use this Kafka instead of the embedded broker")
    private @Nullable String kafka;

    private final Clock clock = Clock.systemUTC();
    private final Console console = Commands.console(clock);
    private final StopRequest stop;
    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    Up(StopRequest stop) {
        this.stop = stop;
    }

    public static void main(String[] arguments) {
        StopRequest stop = StopRequest.ofThisProcess();
        int code = Commands.run(new Up(stop), arguments);
        stop.finish();
        System.exit(code);
    }

    @Override
    public Integer call() throws Exception {
        if (exit && !demo) {
            throw new IllegalArgumentException("--exit 要与 --demo 一起用 / --exit goes with --demo");
        }
        if (exit && detach) {
            throw new IllegalArgumentException("--exit 与 --detach 不能同用 / --exit and --detach exclude each other");
        }
        if (trainOnly) {
            return trainOnly();
        }
        Ports ports = options.ports();
        Stores stores = Stores.of(mongo, kafka);
        DataFolder data = options.data();
        Optional<SuiteState> noted = new StateFile(data.suiteFile()).read();
        Optional<SuiteState> running = noted.filter(SuiteState::isSupervised);
        if (reset && running.isPresent()) {
            console.line(data.path() + ": 正在运行, 先 down 再 --reset / running; take it down before --reset");
            return Commands.FAILED;
        }
        if (running.isPresent()) {
            return meet(running.get(), data);
        }
        Optional<Orphans> orphans = noted.map(Orphans::of).filter(Orphans::areAny);
        if (orphans.isPresent()) {
            orphans.get().stop(console);
        }
        if (reset) {
            data.delete();
        }
        data.prepare();
        data.requireNoHalfRestore();
        return detach ? startDetached(data) : startHere(data, ports, stores);
    }

    /** The suite of this directory runs already. */
    private int meet(SuiteState state, DataFolder data) {
        Optional<String> mismatch = options.mismatch(state);
        if (mismatch.isPresent()) {
            console.line(mismatch.get());
            return Commands.FAILED;
        }
        console.line(Status.phase(state.phase()) + "  " + data.path() + "  since " + state.startedAt());
        console.table(SuiteTable.of(state));
        if (!demo) {
            return Commands.OK;
        }
        if (state.phase() != SuiteState.Phase.READY) {
            console.line("尚未就绪, 不能演示 / not ready yet, so no demo");
            return Commands.FAILED;
        }
        if (exit) {
            console.line("这一套不是本命令启动的, 演示后不停止 / this command did not start the suite and will not stop it");
        }
        return demo().play(new Ports(state.portBase()).url(ServiceName.GATEWAY), data, stop);
    }

    private int startDetached(DataFolder data) {
        List<String> arguments = new ArrayList<>(List.of(
                "--root", options.layout().root().toString(),
                "--local", options.layout().localFolder().toString(),
                "--data", data.path().toString(),
                "--port-base", String.valueOf(options.ports().base())));
        if (load) {
            arguments.add("--load");
        }
        if (options.asBuilt()) {
            arguments.add("--as-built");
        }
        if (withoutCaches) {
            arguments.add("--without-caches");
        }
        if (kafka != null) {
            arguments.addAll(List.of("--kafka", kafka));
        }
        Map<String, String> environment = mongo == null ? Map.of() : Map.of(MONGO_VARIABLE, mongo);
        int code = new Detached(data, java, console, stop).start(arguments, environment);
        if (code != Commands.OK || !demo) {
            return code;
        }
        return demo().play(options.ports().url(ServiceName.GATEWAY), data, stop);
    }

    private int startHere(DataFolder data, Ports ports, Stores stores) throws Exception {
        Optional<AutoCloseable> lock = data.lock();
        if (lock.isEmpty()) {
            console.line(data.path() + ": 另一个 up 正在这里启动 / another up is starting here");
            return Commands.FAILED;
        }
        try (AutoCloseable _ = lock.get()) {
            List<Ports.Claim> taken = ports.taken();
            if (!taken.isEmpty()) {
                taken.forEach(claim -> console.line("端口 %d 已被占用, %s 需要它 / port %d is taken, %s needs it"
                        .formatted(claim.port(), claim.owner(), claim.port(), claim.owner())));
                console.line("用 --port-base 换一组端口 / choose other ports with --port-base");
                return Commands.FAILED;
            }
            List<String> silent = stores.silent();
            if (!silent.isEmpty()) {
                silent.forEach(address -> console.line(address + ": 无法连接 / cannot connect"));
                return Commands.FAILED;
            }
            requireBuilt();
            new Keys(data.keys()).makeMissing(ServiceName.titles());
            new Preparation(options.layout(), java, console, stop).run();
            return stop.isRequested() ? Commands.FAILED : live(data, ports, stores);
        }
    }

    private int live(DataFolder data, Ports ports, Stores stores) {
        console.say("启动, 数据在 " + data.path(), "starting");
        stores.addresses()
                .forEach(
                        address -> console.say("使用已有的 " + address, "using what runs there; it is not stopped with us"));
        Programs programs = programs();
        Suite suite = new Suite(data, ports, programs.of(data, ports, stores, false), console, stop, clock);
        Optional<Thread> rehearsing = Optional.empty();
        int code = Commands.FAILED;
        try {
            if (suite.start() && isLoaded(data, ports)) {
                suite.printTable();
                console.line(ReadyLine.of(suite, programs.caches(), clock));
                suite.becomeReady();
                code = demo ? demo(suite, data, ports) : Commands.OK;
                rehearsing = exit ? Optional.empty() : rehearseBeside();
                suite.watchWhile(() -> !exit);
            }
        } finally {
            console.say("停止", "stopping");
            suite.stop(Stopping.PATIENCE);
            rehearsing.ifPresent(Up::await);
            console.say("已停止; 数据保留在 " + data.path(), "stopped, data kept");
        }
        return code;
    }

    private Programs programs() {
        Programs programs = new Programs(options.layout(), java, load ? Effort.LOAD : Effort.START);
        return withoutCaches ? programs.withoutCaches() : programs;
    }

    private Optional<Thread> rehearseBeside() {
        Rehearsal rehearsal = new Rehearsal(options.layout(), java, console, stop, clock);
        return options.asBuilt() || withoutCaches || stop.isRequested() || !rehearsal.isDue()
                ? Optional.empty()
                : Optional.of(Thread.ofPlatform().name("rehearsal").start(rehearsal::run));
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int trainOnly() {
        requireBuilt();
        new Preparation(options.layout(), java, console, stop).run();
        Rehearsal rehearsal = new Rehearsal(options.layout(), java, console, stop, clock);
        if (!rehearsal.isDue()) {
            console.say("启动缓存已是最新", "the start-up caches are up to date");
            return Commands.OK;
        }
        return rehearsal.run() ? Commands.OK : Commands.FAILED;
    }

    private int demo(Suite suite, DataFolder data, Ports ports) {
        Process process = demo().start(ports.url(ServiceName.GATEWAY), data);
        suite.watchWhile(process::isAlive);
        if (process.isAlive()) {
            process.destroy();
        }
        process.onExit().join();
        return stop.isRequested() ? Commands.FAILED : process.exitValue();
    }

    private Demo demo() {
        return new Demo(options.layout(), java);
    }

    private boolean isLoaded(DataFolder data, Ports ports) {
        try {
            Contents contents = Contents.await(ports.url(ServiceName.GATEWAY), data.path(), stop);
            console.say(
                    "已载入: 机构 %d + %d 家, 经办机构 %d 个, 政策包 %d 个"
                            .formatted(
                                    contents.zhenjiangInstitutions(),
                                    contents.shanghaiInstitutions(),
                                    contents.agencies(),
                                    contents.policyPacks()),
                    "%d + %d institutions, %d agencies, %d policy packs"
                            .formatted(
                                    contents.zhenjiangInstitutions(),
                                    contents.shanghaiInstitutions(),
                                    contents.agencies(),
                                    contents.policyPacks()));
            return contents.isComplete();
        } catch (IOException e) {
            console.say("经网关查询失败: " + e.getMessage(), "asking through the gateway failed");
            return false;
        }
    }

    private void requireBuilt() {
        for (Path file : options.layout().requiredFiles()) {
            if (!Files.exists(file)) {
                throw new IllegalStateException("缺少 " + file + ", 请先构建 / it is not built");
            }
        }
    }
}
