package io.crosscare.benchmark.benefit;

import io.crosscare.settlement.benefit.Explanation;
import io.crosscare.settlement.benefit.model.AmountsOutcome;
import io.crosscare.settlement.benefit.model.SplitOutcome;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The suite's own calculation, one bill after another on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SplitTimes {

    @Param
    private Insured insured = Insured.NANJING;

    @Param("10")
    private int lines;

    @Param("1")
    private long seed;

    private Sample[] samples = {};
    private int next;

    @Setup
    public void draw() {
        samples = new SampleBills(insured, ShippedRules.read()).settled(seed, lines);
    }

    /** Without steps. */
    @Benchmark
    public AmountsOutcome amounts() {
        return nextSample().amounts();
    }

    /** With the steps, without the explanation in words. */
    @Benchmark
    public SplitOutcome split() {
        return nextSample().split();
    }

    /** With it. */
    @Benchmark
    public Explanation explain() {
        return nextSample().explain();
    }

    private Sample nextSample() {
        return samples[next++ & (samples.length - 1)];
    }
}
