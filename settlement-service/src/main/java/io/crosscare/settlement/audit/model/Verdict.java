package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.benefit.model.Wording;

/** What a rule says of one entry. */
public sealed interface Verdict {

    /** The rule says nothing of such an entry. */
    record NotConcerned() implements Verdict {}

    record Holds() implements Verdict {}

    record Broken(Wording how) implements Verdict {}

    Verdict NOT_CONCERNED = new NotConcerned();
    Verdict HOLDS = new Holds();

    static Verdict broken(String zh, String en) {
        return new Broken(new Wording(zh, en));
    }
}
