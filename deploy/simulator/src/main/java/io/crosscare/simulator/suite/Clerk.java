package io.crosscare.simulator.suite;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A person at a cashier's desk who settles one batch of one visit and does what people do: presses again, under the same key or
 * another, asks what became of it, cancels, reverses, settles once more. Several may be at the same batch.
 */
final class Clerk {

    /** How often of a hundred times it previews before it goes on. */
    private static final int LOOKS = 35;

    private final Timeline timeline;
    private final Hospital hospital;
    private final Life life;
    private final PersonId person;
    private final VisitId visit;
    private final String batch;
    private int stepsLeft;
    private int keys;
    private Request.@Nullable Settle settle;
    private @Nullable Request undo;
    private @Nullable EntryId live;
    private @Nullable HeadName previewed;
    private boolean isUnsure;

    Clerk(Timeline timeline, Hospital hospital, String name, PersonId person, VisitId visit, String batch, int steps) {
        this.timeline = timeline;
        this.hospital = hospital;
        this.life = Life.lasting(name);
        this.person = person;
        this.visit = visit;
        this.batch = batch;
        this.stepsLeft = steps;
    }

    void begin() {
        timeline.after(timeline.between(0, 8_000_000), life, "begins", this::act);
    }

    boolean isDone() {
        return stepsLeft == 0;
    }

    private void act() {
        Request next = choose();
        hospital.send(life, next, answer -> {
            learn(next, answer);
            stepsLeft--;
            if (stepsLeft > 0) {
                long pause = timeline.random().nextInt(3) == 0 ? 9_000_000 : 400_000;
                timeline.after(timeline.between(1_000, pause), life, "goes on", this::act);
            }
        });
    }

    private Request choose() {
        int die = timeline.random().nextInt(100);
        Request.Settle last = settle;
        Request lastUndo = undo;
        EntryId standing = live;
        if (previewed == null && timeline.random().nextInt(100) < LOOKS) {
            return new Request.Look(person);
        }
        if (last == null) {
            return anew();
        }
        if (isUnsure && lastUndo != null && die < 50) {
            return lastUndo;
        }
        if (isUnsure) {
            return choose(die, last, 40, 60, 80);
        }
        if (standing != null && die < 30) {
            return remember(new Request.Cancel(standing, key("c")));
        }
        return choose(die, last, 50, 75, 85);
    }

    /** Again, else anew, else asks, else reverses; up to which number of a hundred each. */
    private Request choose(int die, Request.Settle last, int again, int anew, int asks) {
        if (die < again) {
            return last;
        }
        if (die < anew) {
            return anew();
        }
        return die < asks
                ? new Request.Ask(person, last.key().orElseThrow(), EntryKind.SETTLEMENT)
                : remember(new Request.Reverse(person, last.callerKey(), key("r")));
    }

    private Request anew() {
        Request.Settle next = new Request.Settle(person, visit, batch, key("s"), previewed);
        settle = next;
        undo = null;
        previewed = null;
        return next;
    }

    private Request remember(Request next) {
        undo = next;
        return next;
    }

    private String key(String kind) {
        return life.name() + "-" + kind + ++keys;
    }

    private void learn(Request asked, Answer answer) {
        switch (answer) {
            case Answer.Written written -> {
                isUnsure = false;
                live = written.entry() instanceof Settlement settlement ? settlement.id() : null;
                if (written.entry() instanceof Undo) {
                    undo = null;
                }
            }
            case Answer.Known known -> {
                isUnsure = !known.outcome().isFinal();
                live = known.entry() instanceof Settlement settlement ? settlement.id() : null;
            }
            case Answer.Seen seen -> previewed = seen.head();
            case Answer.Refused _ -> {
                isUnsure = false;
                live = null;
            }
            case Answer.Fault _, Answer.Silence _ -> isUnsure = asked.key().isPresent();
        }
    }
}
