package io.crosscare.simulator.suite;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;

/** Somebody who reads where a person's chain ends, several times in a short while. What was read once must never be gone. */
final class Reader {

    private final Timeline timeline;
    private final Hospital hospital;
    private final Life life;
    private final PersonId person;
    private int readsLeft;

    Reader(Timeline timeline, Hospital hospital, String name, PersonId person, int reads) {
        this.timeline = timeline;
        this.hospital = hospital;
        this.life = Life.lasting(name);
        this.person = person;
        this.readsLeft = reads;
    }

    void begin() {
        timeline.after(timeline.between(0, 10_000_000), life, "begins", this::read);
    }

    private void read() {
        readsLeft--;
        hospital.send(life, new Request.Look(person), _ -> {
            if (readsLeft > 0) {
                timeline.after(timeline.between(1_000, 300_000), life, "goes on", this::read);
            }
        });
    }
}
