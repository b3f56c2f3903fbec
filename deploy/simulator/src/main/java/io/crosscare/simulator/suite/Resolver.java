package io.crosscare.simulator.suite;

import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.direct.model.Outcome;
import io.crosscare.simulator.suite.Journal.Intent;
import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds out, as every hospital must at the end of its day, what became of each request that was not answered with an entry:
 * asks by key, waits for what is in progress, and reverses what never came, so that it never will (design.md §3.3).
 */
final class Resolver {

    private static final int TRIES_MAX = 40;

    /** Its own reversals are looked into as well. */
    private static final int ROUNDS_MAX = 3;

    private static final long WAIT_MICROS = 3_000_000;

    private final Timeline timeline;
    private final Hospital hospital;
    private final Life life = Life.lasting("resolver");
    private final Deque<Intent> open = new ArrayDeque<>();
    private boolean isDone;
    private int roundsLeft = ROUNDS_MAX;
    private int keys;

    Resolver(Timeline timeline, Hospital hospital) {
        this.timeline = timeline;
        this.hospital = hospital;
    }

    void begin() {
        next();
    }

    /** Whether it has looked into everything, with whatever success. */
    boolean isDone() {
        return isDone;
    }

    private void next() {
        while (!open.isEmpty() && open.peek().isResolved()) {
            open.remove();
        }
        if (open.isEmpty() && roundsLeft > 0) {
            roundsLeft--;
            open.addAll(hospital.journal().intents().stream()
                    .filter(intent -> !intent.isResolved())
                    .toList());
        }
        if (open.isEmpty()) {
            isDone = true;
        } else {
            resolve(open.remove(), TRIES_MAX);
        }
    }

    private void resolve(Intent intent, int tries) {
        if (intent.isResolved() || tries == 0) {
            next();
            return;
        }
        switch (intent.request()) {
            case Request.Settle settle ->
                ask(intent, EntryKind.SETTLEMENT, tries, () -> reverse(intent, settle, tries));
            case Request.Cancel cancel ->
                ask(intent, EntryKind.CANCELLATION, tries, () -> again(intent, cancel, tries));
            case Request.Reverse reverse -> ask(intent, EntryKind.REVERSAL, tries, () -> again(intent, reverse, tries));
            case Request.Credit credit -> again(intent, credit, tries);
            case Request.Ask _, Request.Look _ -> next();
        }
    }

    private void ask(Intent intent, EntryKind kind, int tries, Runnable whenNothing) {
        Key key = intent.key();
        hospital.send(life, new Request.Ask(intent.request().person(), key, kind), answer -> {
            if (answer instanceof Answer.Known known && known.outcome().isFinal()) {
                intent.resolve();
                next();
            } else if (answer instanceof Answer.Known known && known.outcome() != Outcome.IN_PROGRESS) {
                whenNothing.run();
            } else {
                later(intent, tries);
            }
        });
    }

    private void reverse(Intent intent, Request.Settle settle, int tries) {
        Request.Reverse reversal = new Request.Reverse(settle.person(), settle.callerKey(), "resolver-" + ++keys);
        hospital.send(life, reversal, _ -> later(intent, tries));
    }

    private void again(Intent intent, Request request, int tries) {
        hospital.send(life, request, answer -> {
            if (isRefusedForGood(answer)) {
                intent.resolve();
            }
            later(intent, tries);
        });
    }

    /** Its key was used for something else, or what it wants is not there: it never came to anything and never will. */
    private static boolean isRefusedForGood(Answer answer) {
        return answer instanceof Answer.Fault fault
                && fault.type().status() < 500
                && fault.type().status() != 429;
    }

    private void later(Intent intent, int tries) {
        timeline.after(
                timeline.between(WAIT_MICROS / 10, WAIT_MICROS), life, "looks again", () -> resolve(intent, tries - 1));
    }
}
