package io.crosscare.simulator.bus;

import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;
import io.crosscare.simulator.world.Weather;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;

/**
 * A topic of two partitions. A message that was acknowledged is in it for ever; one that was not may be too, and any may be in
 * it twice or behind a later one, for each is on its way alone. Offsets are those of one consumer group.
 */
public final class Bus {

    private static final int PARTITIONS = 2;
    private static final long TIMEOUT_MICROS = 4_000_000;

    private final Timeline timeline;
    private final BusFlaws flaws;
    private final Life life = Life.lasting("bus");
    private final List<Partition> partitions = new ArrayList<>();
    private int sent;

    public Bus(Timeline timeline, BusFlaws flaws) {
        this.timeline = timeline;
        this.flaws = flaws;
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(new Partition(i));
        }
    }

    /** Messages in the order they came to be in, and how far they have been consumed. */
    static final class Partition {

        private final int number;
        private final List<ConsumerRecord<String, byte[]>> log = new ArrayList<>();
        private long committed;
        private int owner;
        private Runnable whenMore = () -> {};

        Partition(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        List<ConsumerRecord<String, byte[]>> log() {
            return log;
        }

        long committed() {
            return committed;
        }

        /** Counts its assignments: what an earlier owner says is not heard any more. */
        int assign() {
            return ++owner;
        }

        int owner() {
            return owner;
        }

        void commit(int byOwner, long offset) {
            if (byOwner == owner) {
                committed = offset;
            }
        }

        /** What is done, once, when there is another message. */
        void whenMore(Runnable next) {
            whenMore = next;
        }

        void append(ProducerRecord<String, byte[]> message, long atMillis) {
            log.add(new ConsumerRecord<>(
                    message.topic(),
                    number,
                    log.size(),
                    atMillis,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    message.key(),
                    message.value(),
                    message.headers(),
                    Optional.empty()));
            Runnable next = whenMore;
            whenMore = () -> {};
            next.run();
        }
    }

    List<Partition> partitions() {
        return partitions;
    }

    /** Whether everything in the topic has been consumed, and that is known here. */
    public boolean isDrained() {
        return partitions.stream()
                .allMatch(partition -> partition.committed() == partition.log().size());
    }

    /** Sends a message; one of the two is told, or neither where the sender's life ends before. */
    void send(Life sender, ProducerRecord<String, byte[]> message, Runnable acknowledged, Runnable failed) {
        boolean isDropped = flaws.drops(++sent);
        if (timeline.strikes(Weather::lostRequest)) {
            timeline.after(TIMEOUT_MICROS, sender, "no word from the bus", failed);
            return;
        }
        boolean isLate = timeline.strikes(Weather::late);
        if (isLate) {
            timeline.after(TIMEOUT_MICROS, sender, "no word from the bus", failed);
        }
        boolean isUnheard = isLate || timeline.strikes(Weather::lostReply);
        if (isUnheard && !isLate) {
            timeline.after(TIMEOUT_MICROS, sender, "no word from the bus", failed);
        }
        if (timeline.strikes(Weather::twice)) {
            timeline.after(
                    timeline.between(1_000, 5_000_000), life, "takes it again", () -> append(message, isDropped));
        }
        timeline.after(
                isLate ? timeline.between(TIMEOUT_MICROS, 20_000_000) : latency(), life, "takes a message", () -> {
                    append(message, isDropped);
                    if (!isUnheard) {
                        timeline.after(latency(), sender, "the bus has it", acknowledged);
                    }
                });
    }

    private void append(ProducerRecord<String, byte[]> message, boolean isDropped) {
        if (!isDropped) {
            partitions
                    .get(Math.floorMod(message.key().hashCode(), PARTITIONS))
                    .append(message, timeline.nowMicros() / 1_000);
        }
    }

    private long latency() {
        return timeline.between(300, 5_000);
    }
}
