package io.crosscare.correction.desk.model;

import io.crosscare.correction.deadline.model.Dues;
import io.crosscare.correction.desk.model.Comment.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How people work on a case: with whom it lies, until when, and everything that was done with it. What somebody does is never
 * forgotten; when {@link #ACTS_MAX} is reached the oldest acts of time give way, and people may do no more with the case.
 *
 * @param acts in the order in which they were done
 * @param reopenedAt when somebody opened it again by hand, last; a settlement before that proves nothing
 */
public record Handling(
        Stage stage, List<Act> acts, @Nullable Instant reopenedAt) {

    public static final int ACTS_MAX = 200;

    public Handling {
        acts = List.copyOf(acts);
    }

    /** It begins at the first office of its line. */
    static Handling begun(Office first, Instant now) {
        return new Handling(new Stage.Waiting(Station.at(first, now)), List.of(), null);
    }

    public Optional<Act> actOf(Receipt receipt) {
        return acts.stream()
                .filter(act -> act.receipt() != null && act.receipt().key().equals(receipt.key()))
                .findFirst();
    }

    boolean isFull() {
        return acts.size() >= ACTS_MAX && acts.stream().noneMatch(act -> act.by() == null);
    }

    Handling to(Stage next, Act act) {
        return new Handling(next, with(act), reopenedAt);
    }

    /** A settlement was the evidence. */
    Handling done() {
        return new Handling(new Stage.Done(stage.station()), acts, reopenedAt);
    }

    /** The cause returned: the office that had it last has it again. */
    Handling begunAgain(Instant now) {
        return new Handling(new Stage.Waiting(Station.at(stage.station().office(), now)), acts, reopenedAt);
    }

    Handling reopened(Instant now) {
        Handling again = begunAgain(now);
        return new Handling(again.stage(), acts, now);
    }

    Handling due(Dues dues) {
        return new Handling(stage.at(stage.station().due(dues)), acts, reopenedAt);
    }

    /** Passed on to the next office, which is written to by letter where it is not in the suite. */
    static Stage passed(Office from, Office to, Set<Office> known, Instant now) {
        Station station = Station.at(to, now);
        return known.contains(to) ? new Stage.Waiting(station) : new Stage.Outside(station, from);
    }

    private List<Act> with(Act act) {
        List<Act> all = new ArrayList<>(acts);
        all.add(act);
        for (int i = 0; all.size() > ACTS_MAX && i < all.size(); i++) {
            if (all.get(i).by() == null) {
                all.remove(i);
            }
        }
        return all;
    }
}
