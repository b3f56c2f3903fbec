package io.crosscare.benchmark.benefit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs a case with JMH: one thread, processes of its own with the options the services have under load, but for the heap. */
final class Jmh {

    static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xms1g",
            "-Xmx1g",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private static final String BYTES = "gc.alloc.rate.norm";

    private final Settings settings;

    Jmh(Settings settings) {
        this.settings = settings;
    }

    /**
     * Measures.
     *
     * @throws IllegalStateException with all that JMH said, where a process failed
     */
    Found measure(Case measured) throws IOException {
        Path said = Files.createTempFile("benefit-benchmark", ".log");
        try {
            return foundBy(new Runner(options(measured, said)).run());
        } catch (RunnerException e) {
            throw new IllegalStateException(measured.name() + "\n" + Files.readString(said), e);
        } finally {
            Files.delete(said);
        }
    }

    private Options options(Case measured, Path said) {
        TimeValue each = TimeValue.milliseconds(settings.millis());
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(measured.what().pattern())
                .threads(1)
                .forks(settings.forks())
                .warmupIterations(settings.warmUps())
                .warmupTime(each)
                .measurementIterations(settings.iterations())
                .measurementTime(each)
                .addProfiler(GCProfiler.class)
                .jvmArgs(JVM_OPTIONS.toArray(String[]::new))
                .shouldFailOnError(true)
                .output(said.toString());
        measured.parameters(settings.seed()).forEach(options::param);
        return options.build();
    }

    private static Found foundBy(Collection<RunResult> runs) {
        if (runs.size() != 1) {
            throw new IllegalStateException("a case is one benchmark, but JMH ran "
                    + runs.stream()
                            .map(RunResult::getParams)
                            .map(BenchmarkParams::id)
                            .toList());
        }
        List<Double> perSecond = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (BenchmarkResult process : runs.iterator().next().getBenchmarkResults()) {
            for (IterationResult iteration : process.getIterationResults()) {
                perSecond.add(iteration.getPrimaryResult().getScore());
                bytes.add(bytesOf(iteration));
            }
        }
        return new Found(perSecond, bytes);
    }

    @SuppressWarnings("rawtypes") // as JMH gives them
    private static double bytesOf(IterationResult iteration) {
        for (Map.Entry<String, Result> result : iteration.getSecondaryResults().entrySet()) {
            if (result.getKey().endsWith(BYTES)) {
                return result.getValue().getScore();
            }
        }
        throw new IllegalStateException("the JVM does not say what a thread allocates");
    }
}
