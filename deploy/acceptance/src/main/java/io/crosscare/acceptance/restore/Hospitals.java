package io.crosscare.acceptance.restore;

import io.crosscare.acceptance.Answer;
import io.crosscare.acceptance.Call;
import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.Party;
import io.crosscare.acceptance.Requests;
import io.crosscare.acceptance.kills.Patience;
import io.crosscare.acceptance.kills.World;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Hospitals that settle bill after bill, and keep what they were answered. */
final class Hospitals {

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final long AMOUNT_FEN_MIN = 1_000;
    private static final int AMOUNT_FEN_SPREAD = 50_000;

    private final Patience patience;
    private final World world;
    private final Supplier<String> newKey;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<Settled> settled = new ConcurrentLinkedQueue<>();
    private volatile Settled.When now = Settled.When.BEFORE;

    Hospitals(Patience patience, World world, Supplier<String> newKey) {
        this.patience = patience;
        this.world = world;
        this.newKey = newKey;
    }

    /** Says how what is sent or answered from now on lies to the backup. */
    void itIs(Settled.When when) {
        now = when;
    }

    /** What was answered so far. */
    List<Settled> settled() {
        return List.copyOf(settled);
    }

    /** Treats one person again and again. */
    void workWhile(BooleanSupplier goesOn, World.Person person, RandomGenerator random) {
        while (goesOn.getAsBoolean()) {
            Bill bill = new Bill(
                    numbers.incrementAndGet(),
                    person.id(),
                    world.anyHospital(random),
                    newKey.get(),
                    newKey.get(),
                    AMOUNT_FEN_MIN + random.nextInt(AMOUNT_FEN_SPREAD),
                    newKey.get());
            Settled.When sentWhen = now;
            Settled answered = press(bill, Settled.When.DURING);
            Settled.When answeredWhen = now;
            boolean isClear = answeredWhen == Settled.When.BEFORE || sentWhen == Settled.When.AFTER;
            settled.add(isClear ? at(answered, answeredWhen) : answered);
        }
    }

    /** Registers, uploads and settles, all of it under the keys of the bill: for the first time, or once more. */
    Settled press(Bill bill, Settled.When when) {
        String visit = done(
                        bill.hospital(),
                        Requests.visit(bill.personId(), "OUTPATIENT", World.DAY, bill.visitNumber(), bill.visitKey()))
                .string("id");
        done(bill.hospital(), Requests.oneLine(visit, bill.amountFen(), World.DAY));
        Answer answer = settle(bill, visit);
        return new Settled(bill, visit, answer.string("id"), answer.number("fundPayFen"), when);
    }

    /** Sends the settlement of a bill whose visit stands. */
    Answer settle(Bill bill, String visit) {
        return done(bill.hospital(), Requests.settlement(visit, true, bill.key()));
    }

    /** Asks what became of the settlement of a bill. */
    Looked look(Settled one) {
        Bill bill = one.bill();
        Answer outcome = patience.ask(
                        bill.hospital(),
                        Requests.outcome(bill.personId(), bill.hospital().institution(), "SETTLEMENT", bill.key()))
                .require(OK);
        return new Looked(
                one,
                outcome.string("state"),
                outcome.json().path("settlementId").asString(""));
    }

    private Answer done(Party party, Call call) {
        Answer answer = patience.ask(party, call);
        if (answer.status() != OK && answer.status() != CREATED) {
            throw new Difference("%s: %d %s".formatted(answer.call(), answer.status(), answer.text()));
        }
        return answer;
    }

    private static Settled at(Settled one, Settled.When when) {
        return new Settled(one.bill(), one.visitId(), one.settlementId(), one.fundPayFen(), when);
    }
}
