package io.crosscare.settlement.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class PersonTurnsTest {

    private static final PersonId WANG = new PersonId("paaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final PersonId LI = new PersonId("pbbbbbbbbbbbbbbbbbbbbbbbbbb");
    private static final int ADMITTED_MAX = 5;
    private static final int UNDER_WAY = 3;

    private final PersonTurns turns = new PersonTurns(ADMITTED_MAX);
    private final List<Sinks.Empty<Void>> ends = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();

    @Test
    void beginsAFewAtOnceAndTheNextHoweverOneEnded() {
        List.of("first", "second", "third", "fourth", "fifth").forEach(name -> admit(WANG, name));
        assertThat(begun).containsExactly("first", "second", "third");

        ends.get(1).tryEmitError(new IllegalStateException("planted"));
        assertThat(begun).containsExactly("first", "second", "third", "fourth");

        ends.get(0).tryEmitEmpty();
        assertThat(begun).containsExactly("first", "second", "third", "fourth", "fifth");
    }

    @Test
    void appendsOneAfterTheOtherHoweverTheOneBeforeEnded() {
        append("first");
        append("second");
        append("third");
        assertThat(begun).containsExactly("first");

        ends.getLast().tryEmitError(new IllegalStateException("planted"));
        assertThat(begun).containsExactly("first", "second");

        ends.getLast().tryEmitEmpty();
        assertThat(begun).containsExactly("first", "second", "third");
    }

    @Test
    void anAppendOfWhatIsUnderWayNeedsNoPlaceOfItsOwn() {
        for (int i = 0; i < UNDER_WAY; i++) {
            String name = "append " + i;
            turns.admitted(WANG, turns.inTurn(WANG, work(name))).subscribe();
        }
        assertThat(begun).containsExactly("append 0");

        ends.get(0).tryEmitEmpty();
        ends.get(1).tryEmitEmpty();

        assertThat(begun).containsExactly("append 0", "append 1", "append 2");
    }

    @Test
    void turnsAwayWhoComesWhereTooManyWaitAndNobodyElse() {
        fill();

        StepVerifier.create(turns.admitted(WANG, work("too late"))).verifyErrorSatisfies(error -> {
            ProblemException problem = (ProblemException) error;
            assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
            assertThat(problem.retryAfter()).isPositive();
        });
        admit(LI, "of another");

        assertThat(begun).hasSize(UNDER_WAY + 1).endsWith("of another").doesNotContain("too late");
    }

    @Test
    void hasRoomAgainWhenOneHasEnded() {
        fill();
        ends.getFirst().tryEmitEmpty();

        admit(WANG, "next");
        endAll();

        assertThat(begun).hasSize(ADMITTED_MAX + 1).endsWith("next");
    }

    @Test
    void neverTurnsAwayWhatHasToComeToItsEnd() {
        fill();

        turns.admittedAtLast(WANG, work("left behind")).onErrorComplete().subscribe();
        endAll();

        assertThat(begun).hasSize(ADMITTED_MAX + 1).endsWith("left behind");
    }

    @Test
    void whoGoesAwayWhileWaitingTakesNobodysPlace() {
        for (int i = 0; i < UNDER_WAY; i++) {
            admit(WANG, "under way");
        }
        Disposable waiting = turns.admitted(WANG, work("gone")).subscribe();
        admit(WANG, "patient");

        waiting.dispose();
        assertThat(begun).hasSize(UNDER_WAY);
        endAll();

        assertThat(begun).hasSize(UNDER_WAY + 1).endsWith("patient");
    }

    @Test
    void whoGoesAwayFromItsWorkGivesItsPlaceToTheNext() {
        Disposable first = turns.admitted(WANG, work("first")).subscribe();
        admit(WANG, "second");
        admit(WANG, "third");
        admit(WANG, "fourth");
        assertThat(begun).containsExactly("first", "second", "third");

        first.dispose();

        assertThat(begun).containsExactly("first", "second", "third", "fourth");
    }

    private void fill() {
        for (int i = 0; i < ADMITTED_MAX; i++) {
            admit(WANG, "work " + i);
        }
    }

    /** Ends what is under way, and what begins then, until nothing is left. */
    private void endAll() {
        for (int i = 0; i < ends.size(); i++) {
            ends.get(i).tryEmitEmpty();
        }
    }

    private void admit(PersonId person, String name) {
        turns.admitted(person, work(name)).onErrorComplete().subscribe();
    }

    private void append(String name) {
        turns.inTurn(WANG, work(name)).onErrorComplete().subscribe();
    }

    /** Goes on until its end is told. */
    private Mono<Void> work(String name) {
        return Mono.defer(() -> {
            begun.add(name);
            Sinks.Empty<Void> end = Sinks.empty();
            ends.add(end);
            return end.asMono();
        });
    }
}
