package io.crosscare.simulator.bus;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;
import io.crosscare.simulator.world.Weather;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The consumer group of a topic, as the container of production behaves: each partition has one consumer that hands on one
 * message after the other and commits an offset when its effect is stored; what fails is tried again, what can never be
 * processed is parked. Beside that a message may be handed on again, or one before its turn.
 */
public final class Consumers {

    private static final long BACK_OFF_MICROS = 700_000;
    private static final int AHEAD_MAX = 3;

    private final Timeline timeline;
    private final Bus bus;
    private final BusFlaws flaws;
    private final List<String> parked = new ArrayList<>();

    public Consumers(Timeline timeline, Bus bus, BusFlaws flaws) {
        this.timeline = timeline;
        this.bus = bus;
        this.flaws = flaws;
    }

    /** Gives all partitions to a consumer. An earlier one still ends what it is at. */
    public void assign(Life consumer, EventHandler handler) {
        for (Bus.Partition partition : bus.partitions()) {
            Turn turn = new Turn(partition, partition.assign(), consumer, handler);
            timeline.after(
                    timeline.between(1_000, 50_000),
                    consumer,
                    "is given a partition",
                    () -> turn.at(partition.committed()));
        }
    }

    /** What could never be processed. */
    public List<String> parked() {
        return List.copyOf(parked);
    }

    private final class Turn {

        private final Bus.Partition partition;
        private final int owner;
        private final Life consumer;
        private final EventHandler handler;

        Turn(Bus.Partition partition, int owner, Life consumer, EventHandler handler) {
            this.partition = partition;
            this.owner = owner;
            this.consumer = consumer;
            this.handler = handler;
        }

        void at(long offset) {
            if (partition.owner() != owner || consumer.isOver()) {
                return;
            }
            if (offset == partition.log().size()) {
                partition.whenMore(() -> timeline.after(latency(), consumer, "polls", () -> at(offset)));
                return;
            }
            if (timeline.strikes(Weather::twice)) {
                long other = Math.min(partition.log().size() - 1, timeline.between(0, offset + AHEAD_MAX));
                hand(other, () -> take(offset));
            } else {
                take(offset);
            }
        }

        private void take(long offset) {
            if (flaws.commitsFirst()) {
                partition.commit(owner, offset + 1);
            }
            hand(
                    offset,
                    () -> timeline.after(latency(), consumer, "commits an offset", () -> {
                        partition.commit(owner, offset + 1);
                        timeline.after(latency(), consumer, "polls", () -> at(offset + 1));
                    }));
        }

        private void hand(long offset, Runnable done) {
            ConsumerRecord<String, byte[]> message = partition.log().get((int) offset);
            ReceivedEvent event = ReceivedEvent.of(message);
            if (timeline.isTraced()) {
                timeline.tell(consumer, "takes " + event.id() + " at offset " + offset);
            }
            handler.on(event).subscribe(_ -> {}, error -> failed(offset, event, error, done), done);
        }

        private void failed(long offset, ReceivedEvent event, Throwable error, Runnable done) {
            if (error instanceof PoisonEvent) {
                parked.add(event.id() + ": " + error.getMessage());
                done.run();
            } else {
                timeline.after(BACK_OFF_MICROS, consumer, "tries a message again", () -> {
                    if (partition.owner() == owner) {
                        hand(offset, done);
                    }
                });
            }
        }

        private long latency() {
            return timeline.between(200, 20_000);
        }
    }
}
