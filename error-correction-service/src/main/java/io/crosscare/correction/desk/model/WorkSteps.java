package io.crosscare.correction.desk.model;

import io.crosscare.correction.desk.model.Change.Kind;
import io.crosscare.correction.desk.model.CorrectionCase.Open;
import io.crosscare.correction.desk.model.CorrectionCase.ResolvedByHand;
import io.crosscare.correction.desk.model.Order.Escalate;
import io.crosscare.correction.desk.model.Order.Reopen;
import io.crosscare.correction.desk.model.Order.Resolve;
import io.crosscare.correction.desk.model.Order.Return;
import io.crosscare.correction.desk.model.Order.Take;
import io.crosscare.correction.desk.model.Stage.Done;
import io.crosscare.correction.desk.model.Stage.Outside;
import io.crosscare.correction.desk.model.Stage.Taken;
import io.crosscare.correction.desk.model.Stage.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where each step of the work on a case leads, and from where there is none. */
final class WorkSteps {

    private final CorrectionCase one;
    private final Handling handling;
    private final Stage stage;
    private final List<Office> line;

    WorkSteps(CorrectionCase one) {
        this.one = one;
        this.handling = one.file().handling();
        this.stage = handling.stage();
        this.line = Office.lineOf(one.file().firstRefusal());
    }

    /** Empty when the order can be carried out. */
    Optional<Stop> stops(Order order) {
        if (handling.isFull()) {
            return Optional.of(new Stop.Full());
        }
        if (order instanceof Reopen) {
            return stage instanceof Done ? Optional.empty() : Optional.of(new Stop.NotFrom(stage, order));
        }
        Optional<Office> holder = stage.holder();
        if (holder.isEmpty()) {
            return Optional.of(new Stop.NotFrom(stage, order));
        }
        if (!holder.get().isOf(order.by())) {
            return Optional.of(new Stop.NotYours(stage, order));
        }
        return leads(order) ? Optional.empty() : Optional.of(new Stop.NotFrom(stage, order));
    }

    private boolean leads(Order order) {
        return switch (order) {
            case Take take ->
                switch (stage) {
                    case Waiting _ -> true;
                    case Taken taken -> !taken.by().equals(take.by());
                    case Outside _, Done _ -> false;
                };
            case Return _ ->
                stage instanceof Outside || Office.before(line, here()).isPresent();
            case Escalate _ -> Office.after(line, here()).isPresent();
            case Resolve _ -> stage instanceof Taken || stage instanceof Outside;
            case Reopen _ -> stage instanceof Done;
        };
    }

    /** The case when an order that nothing stops is carried out. */
    CorrectionCase carriedOut(Order order, Instant now) {
        return switch (order) {
            case Take take ->
                moved(
                        new Taken(stage.station().answered(), take.by()),
                        Act.of(Act.Kind.TAKEN, order, now, here(), null),
                        Kind.ASSIGNED,
                        now);
            case Return _ -> returned(order, now);
            case Escalate escalate -> {
                Office next = Office.after(line, here()).orElseThrow();
                Stage passed = Handling.passed(holder(), next, escalate.known(), now);
                yield moved(passed, Act.of(actOf(passed), order, now, holder(), next), kindOf(passed), now);
            }
            case Resolve resolve -> {
                Act act = Act.of(Act.Kind.RESOLVED, order, now, holder(), null);
                CaseFile done = one.file().handled(handling.to(new Done(stage.station()), act));
                yield new ResolvedByHand(
                        done.changed(Kind.RESOLVED, CaseState.RESOLVED, null, now),
                        new Resolution(now, order.by(), resolve.reason()));
            }
            case Reopen _ -> {
                Handling again = handling.reopened(now);
                Act act = Act.of(Act.Kind.REOPENED, order, now, here(), null);
                CaseFile open = one.file().handled(again.to(again.stage(), act)).asking();
                yield new Open(open.changed(Kind.REOPENED, CaseState.OPEN, null, now));
            }
        };
    }

    private CorrectionCase returned(Order order, Instant now) {
        Office back = stage instanceof Outside outside ? outside.sender() : cameFrom();
        return moved(
                new Waiting(Station.at(back, now)),
                Act.of(Act.Kind.RETURNED, order, now, here(), back),
                Kind.RETURNED,
                now);
    }

    /** The office that passed it here last; where that is no longer known, the one before in the line. */
    private Office cameFrom() {
        return handling.acts().stream()
                .filter(act -> act.kind() == Act.Kind.ESCALATED && here().equals(act.to()))
                .map(Act::from)
                .reduce((_, later) -> later)
                .or(() -> Office.before(line, here()))
                .orElseThrow();
    }

    /** The case once time has said what it has to say by now; the same when it has nothing to say. */
    CorrectionCase timed(Set<Office> known, Instant now) {
        Optional<Instant> nextAt = stage.nextAt();
        if (!(one instanceof Open) || nextAt.isEmpty() || nextAt.get().isAfter(now)) {
            return one;
        }
        if (stage.dueAt().orElseThrow().isAfter(now)) {
            return moved(
                    stage.at(stage.station().reminded()),
                    Act.ofTime(Act.Kind.REMINDED, now, holder(), null),
                    Kind.REMINDED,
                    now);
        }
        Optional<Office> next = Office.after(line, here());
        if (next.isEmpty()) {
            return moved(
                    stage.at(stage.station().overdue()),
                    Act.ofTime(Act.Kind.OVERDUE, now, holder(), null),
                    Kind.OVERDUE,
                    now);
        }
        Stage passed = Handling.passed(holder(), next.get(), known, now);
        return moved(passed, Act.ofTime(actOf(passed), now, holder(), next.get()), kindOf(passed), now);
    }

    private CorrectionCase moved(Stage to, Act act, Kind kind, Instant now) {
        CaseFile file = one.file().handled(handling.to(to, act));
        return new Open(file.changed(kind, CaseState.OPEN, null, now));
    }

    private Office here() {
        return stage.station().office();
    }

    private Office holder() {
        return stage.holder().orElseThrow();
    }

    private static Act.Kind actOf(Stage passed) {
        return passed instanceof Outside ? Act.Kind.SENT_OUTSIDE : Act.Kind.ESCALATED;
    }

    private static Kind kindOf(Stage passed) {
        return passed instanceof Outside ? Kind.SENT_OUTSIDE : Kind.ESCALATED;
    }
}
