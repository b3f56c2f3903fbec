package io.crosscare.simulator;

import io.crosscare.simulator.check.Finding;
import io.crosscare.simulator.mutant.Mutant;
import io.crosscare.simulator.mutant.Mutation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The simulator as a program: many seeds, one seed with its trace, or how many seeds each flawed protocol survives. */
@Command(name = "simulate")
public final class Simulate implements Callable<Integer> {

    private static final int SHOWN_MAX = 20;
    private static final int TELL_EVERY = 1000;

    @Option(names = "--seeds", description = "how many seeds")
    private long seeds = 5000;

    @Option(names = "--from", description = "the first seed")
    private long from = 1;

    @Option(names = "--seed", description = "this seed alone")
    private @Nullable Long seed;

    @Option(names = "--trace", description = "every step of the seed")
    private boolean isTraced;

    @Option(names = "--mutant", description = "with this flaw in the protocol")
    private @Nullable String mutant;

    @Option(names = "--mutants", description = "how many seeds each flaw survives")
    private boolean isOfMutants;

    private final PrintWriter out;

    private Simulate(PrintWriter out) {
        this.out = out;
    }

    /** Runs it and ends the process. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Simulate(out));
        line.setParameterExceptionHandler((problem, _) -> {
            problem.getCommandLine().getErr().println(problem.getMessage());
            problem.getCommandLine().getErr().println("参数说明见 --help / see --help");
            return CommandLine.ExitCode.USAGE;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() {
        Mutation mutation = mutation();
        if (seeds < 1 || (isTraced && seed == null)) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this),
                    "--seeds 至少为 1, --trace 须与 --seed 同用 / --seeds is 1 at least, --trace needs --seed");
        }
        Campaign campaign = Campaign.prepare();
        if (isOfMutants) {
            return mutants(campaign);
        }
        return seed == null ? many(campaign, mutation) : one(campaign, mutation, seed);
    }

    private Mutation mutation() {
        String name = mutant;
        if (name == null) {
            return Mutation.NONE;
        }
        return Arrays.stream(Mutant.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(Mutant::mutation)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        new CommandLine(this), "没有这种缺陷, 有 / no such flaw; there are: " + List.of(Mutant.values())));
    }

    private int one(Campaign campaign, Mutation mutation, long only) {
        Run run = campaign.run(only, mutation, isTraced ? out::println : null);
        print(run);
        out.printf(
                "seed %d: %d steps, %d crashes, %d power cuts, fingerprint %016x, %s%n",
                run.seed(),
                run.steps(),
                run.crashes(),
                run.powerCuts(),
                run.fingerprint(),
                run.isClean() ? "all invariants held" : run.findings().size() + " findings");
        return run.isClean() ? 0 : 1;
    }

    private int many(Campaign campaign, Mutation mutation) {
        long begun = System.nanoTime();
        AtomicLong done = new AtomicLong();
        Campaign.Summary summary = campaign.run(from, seeds, mutation, false, run -> {
            print(run);
            if (done.incrementAndGet() % TELL_EVERY == 0) {
                out.println(done.get() + " / " + seeds);
            }
        });
        out.printf(
                "%d steps, %d answers to clients, %d crashes before %d kinds of steps, %d power cuts, %.1f s%n",
                summary.steps(),
                summary.answers(),
                summary.crashes(),
                summary.lastSteps().size(),
                summary.powerCuts(),
                (double) Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000);
        if (summary.isClean()) {
            out.println("simulate: " + summary.seeds() + " seeds, all invariants held");
            return 0;
        }
        out.println("simulate: " + summary.failed().size() + " of " + summary.seeds()
                + " seeds failed; again, with every step: "
                + "deploy/local/simulate --seed " + summary.failed().getFirst().seed() + " --trace"
                + (mutant == null ? "" : " --mutant " + mutant));
        return 1;
    }

    private void print(Run run) {
        for (Finding finding : run.findings().stream().limit(SHOWN_MAX).toList()) {
            out.println("seed " + run.seed() + ": " + finding.invariant() + " " + finding.what());
        }
    }

    private int mutants(Campaign campaign) {
        out.println("| 缺陷 flaw | | 首个发现的种子 caught by seed | 违反 invariants broken |");
        out.println("|---|---|---|---|");
        boolean isEachCaught = true;
        for (Mutant each : Mutant.values()) {
            Caught caught = Caught.first(campaign, each, from, seeds);
            isEachCaught &= caught != null;
            out.println("| `%s` | %s · %s | %s | %s |"
                    .formatted(
                            each.name(),
                            each.zh(),
                            each.en(),
                            caught == null ? "—" : Long.toString(caught.seed()),
                            caught == null ? "—" : String.join(", ", caught.invariants())));
        }
        return isEachCaught ? 0 : 1;
    }

    /**
     * The first seed that shows a flaw.
     *
     * @param invariants those it breaks
     */
    record Caught(long seed, List<String> invariants) {

        /** One seed after the other, until an invariant is broken that the flaw should break; null where none is. */
        static @Nullable Caught first(Campaign campaign, Mutant mutant, long from, long seeds) {
            for (long seed = from; seed < from + seeds; seed++) {
                Run run = campaign.run(seed, mutant.mutation(), null);
                TreeSet<String> broken =
                        run.findings().stream().map(Finding::invariant).collect(Collectors.toCollection(TreeSet::new));
                if (broken.stream().anyMatch(mutant.invariants()::contains)) {
                    return new Caught(seed, List.copyOf(broken));
                }
            }
            return null;
        }
    }
}
