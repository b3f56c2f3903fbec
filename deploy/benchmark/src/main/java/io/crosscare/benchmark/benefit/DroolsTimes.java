package io.crosscare.benchmark.benefit;

import io.crosscare.benchmark.benefit.drools.Answer;
import io.crosscare.benchmark.benefit.drools.NanjingRules;
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

/**
 * The same bills of Nanjing through the suite's own calculation and through Drools. Each process has both sides in it and has
 * made both answer before it measures one of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DroolsTimes {

    private static final int AGREED = 1_000;

    @Param("10")
    private int lines;

    @Param("1")
    private long seed;

    private final NanjingRules rules = NanjingRules.build();
    private Sample[] samples = {};
    private int next;

    @Setup
    public void draw() throws Agreement.Broken {
        SampleBills bills = new SampleBills(Insured.NANJING, ShippedRules.read());
        new Agreement(bills, rules).require(seed, AGREED, _ -> {});
        samples = bills.settled(seed, lines);
    }

    /** As much as the rules of Drools give. */
    @Benchmark
    public AmountsOutcome amounts() {
        return nextSample().amounts();
    }

    /** With its steps, which Drools does not give. */
    @Benchmark
    public SplitOutcome calculation() {
        return nextSample().split();
    }

    /** A session made for each bill. */
    @Benchmark
    public Answer freshSession() {
        Sample sample = nextSample();
        return rules.answer(sample.bill(), sample.catalogue(), sample.before());
    }

    /** A session reset after each bill. */
    @Benchmark
    public Answer pooledSession() {
        Sample sample = nextSample();
        return rules.answerFromPool(sample.bill(), sample.catalogue(), sample.before());
    }

    private Sample nextSample() {
        return samples[next++ & (samples.length - 1)];
    }
}
