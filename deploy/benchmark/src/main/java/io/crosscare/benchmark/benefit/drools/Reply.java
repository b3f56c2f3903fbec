package io.crosscare.benchmark.benefit.drools;

import org.jspecify.annotations.Nullable;

/** What the rules say of one claim, once. */
public final class Reply {

    private @Nullable Answer answer;

    /** Called by the rule that ends a claim; two of them would contradict each other. */
    public void give(Answer given) {
        if (answer != null) {
            throw new IllegalStateException("two rules have answered");
        }
        answer = given;
    }

    Answer require() {
        if (answer == null) {
            throw new IllegalStateException("no rule has answered");
        }
        return answer;
    }
}
