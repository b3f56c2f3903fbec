package io.crosscare.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    @Test
    void runsEachJobOnce() throws InterruptedException {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        AtomicInteger runs = new AtomicInteger();

        new ClosedLoop(7).run(100, (index, _) -> {
            done.add(index);
            runs.incrementAndGet();
        });

        assertThat(done).hasSize(100);
        assertThat(runs).hasValue(100);
    }

    @Test
    void keepsAsManyInFlightAsItShouldAndNoMore() throws InterruptedException {
        CountDownLatch allThere = new CountDownLatch(5);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        new ClosedLoop(5).run(50, (_, _) -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            allThere.countDown();
            await(allThere);
            inFlight.decrementAndGet();
        });

        assertThat(most).hasValue(5);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
