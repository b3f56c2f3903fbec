package io.crosscare.simulator.suite;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;

/** The insured region, which puts money on a person's account now and then, and sends again what was not answered. */
final class Agency {

    private final Timeline timeline;
    private final Hospital network;
    private final Life life;
    private final PersonId person;
    private int creditsLeft;

    Agency(Timeline timeline, Hospital network, String name, PersonId person, int credits) {
        this.timeline = timeline;
        this.network = network;
        this.life = Life.lasting(name);
        this.person = person;
        this.creditsLeft = credits;
    }

    void begin() {
        timeline.after(timeline.between(0, 10_000_000), life, "begins", this::creditAnother);
    }

    boolean isDone() {
        return creditsLeft == 0;
    }

    private void creditAnother() {
        if (creditsLeft > 0) {
            send(new Request.Credit(person, timeline.between(1, 50_000), life.name() + "-" + creditsLeft));
        }
    }

    private void send(Request.Credit credit) {
        network.send(life, credit, answer -> {
            boolean goesOn =
                    answer instanceof Answer.Written || timeline.random().nextInt(4) == 0;
            if (goesOn) {
                creditsLeft--;
            }
            timeline.after(
                    timeline.between(10_000, 5_000_000),
                    life,
                    "goes on",
                    goesOn ? this::creditAnother : () -> send(credit));
        });
    }
}
