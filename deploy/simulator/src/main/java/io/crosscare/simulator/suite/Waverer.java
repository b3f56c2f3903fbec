package io.crosscare.simulator.suite;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A cashier who settles a bill and cancels it again, over and over, so that what others of the same person have previewed is
 * true now and false then.
 */
final class Waverer {

    private static final String BATCH = "1";

    private final Timeline timeline;
    private final Hospital hospital;
    private final Life life;
    private final PersonId person;
    private final VisitId visit;
    private int stepsLeft;
    private int keys;
    private @Nullable EntryId live;

    Waverer(Timeline timeline, Hospital hospital, String name, PersonId person, VisitId visit, int steps) {
        this.timeline = timeline;
        this.hospital = hospital;
        this.life = Life.lasting(name);
        this.person = person;
        this.visit = visit;
        this.stepsLeft = steps;
    }

    void begin() {
        timeline.after(timeline.between(0, 8_000_000), life, "begins", this::act);
    }

    boolean isDone() {
        return stepsLeft == 0;
    }

    private void act() {
        EntryId standing = live;
        String key = life.name() + "-" + ++keys;
        Request next = standing == null
                ? new Request.Settle(person, visit, BATCH, key, null)
                : new Request.Cancel(standing, key);
        send(next);
    }

    /** What was not answered is sent once more; then it is left to whoever resolves. */
    private void send(Request request) {
        hospital.send(life, request, answer -> {
            if (answer instanceof Answer.Written written) {
                live = written.entry() instanceof Settlement settlement ? settlement.id() : null;
            }
            stepsLeft--;
            if (stepsLeft > 0) {
                boolean isUnsure = answer instanceof Answer.Silence || answer instanceof Answer.Fault;
                timeline.after(
                        timeline.between(50_000, 4_000_000),
                        life,
                        "goes on",
                        isUnsure ? () -> send(request) : this::act);
            }
        });
    }
}
