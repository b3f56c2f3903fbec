package io.crosscare.correction.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.correction.chain.model.ChainEntry;
import io.crosscare.correction.chain.model.ChainEntry.Concern;
import io.crosscare.correction.chain.model.PersonHead;
import io.crosscare.correction.desk.DeskWorld;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** An entry is applied once, in its place, whatever the topic does with it. */
class FollowChainTest {

    private static final VisitScope SCOPE = Facts.scope(Facts.PERSON, 'a', "1");

    private final DeskWorld desk = new DeskWorld();
    private final FakeHeads heads = new FakeHeads();
    private final OwnerOfOneChain owner = new OwnerOfOneChain();
    private final FollowChain followChain = new FollowChain(heads, owner, desk.recordEntry, desk.meters);

    @Test
    void appliesTheNextEntryAndMovesTheHead() {
        follow(entry(1));
        follow(settled(2));

        assertThat(head()).isEqualTo(new PersonHead(Facts.PERSON, 2, "h2"));
        assertThat(known()).containsExactly(Facts.settled(2, 2));
        assertThat(owner.questions).isEmpty();
    }

    @Test
    void dropsAnEntryItHasSeen() {
        follow(entry(1));
        follow(settled(2));
        follow(settled(2));
        follow(entry(1));

        assertThat(head().seq()).isEqualTo(2);
        assertThat(counted("known")).isEqualTo(2);
    }

    @Test
    void fetchesFromTheOwnerWhatTheTopicDidNotBring() {
        follow(entry(1));
        owner.has(entry(1), settled(2), entry(3), settled(4), settled(5));

        follow(settled(4));

        assertThat(head()).isEqualTo(new PersonHead(Facts.PERSON, 4, "h4"));
        assertThat(known()).containsExactly(Facts.settled(2, 2), Facts.settled(4, 4));
        assertThat(owner.questions).containsExactly(2L, 4L);
        assertThat(counted("fetched")).isEqualTo(1);
    }

    @Test
    void fetchesTheBeginningTooAndPageByPage() {
        owner.has(
                LongStream.rangeClosed(1, 7).mapToObj(FollowChainTest::settled).toArray(ChainEntry[]::new));

        follow(settled(7));

        assertThat(head().seq()).isEqualTo(7);
        assertThat(known()).hasSize(7);
        assertThat(owner.questions).containsExactly(1L, 3L, 5L, 7L);
    }

    @Test
    void comesToTheSameWhenEverythingComesAgainFromTheBeginning() {
        List<ChainEntry> all = List.of(entry(1), settled(2), settled(3));
        owner.has(all.toArray(ChainEntry[]::new));
        follow(settled(3));

        all.forEach(this::follow);

        assertThat(head().seq()).isEqualTo(3);
        assertThat(known()).hasSize(2);
    }

    @Test
    void waitsForASilentOwnerAndGoesOnWhereItStopped() {
        owner.isSilent = true;
        followChain
                .follow(settled(2))
                .as(StepVerifier::create)
                .expectError(ProblemException.class)
                .verify(Duration.ofSeconds(5));
        assertThat(head().seq()).isZero();

        owner.isSilent = false;
        owner.has(entry(1), settled(2));
        follow(settled(2));

        assertThat(head().seq()).isEqualTo(2);
    }

    @Test
    void refusesAnEntryWhosePredecessorsTheOwnerDoesNotHave() {
        owner.has(entry(1));

        followChain
                .follow(settled(4))
                .as(StepVerifier::create)
                .expectError(MissingEntry.class)
                .verify(Duration.ofSeconds(5));

        assertThat(head().seq()).isEqualTo(1);
        assertThat(known()).isEmpty();
    }

    private void follow(ChainEntry entry) {
        followChain.follow(entry).as(StepVerifier::create).expectComplete().verify(Duration.ofSeconds(5));
    }

    private PersonHead head() {
        return heads.of(Facts.PERSON).blockOptional().orElseThrow();
    }

    private List<ScopeEntry> known() {
        return desk.entries.of(SCOPE).collectList().blockOptional().orElseThrow();
    }

    private double counted(String outcome) {
        return desk.meters
                .counter("crosscare.chain.entries", "outcome", outcome)
                .count();
    }

    private static ChainEntry entry(long seq) {
        return new ChainEntry(Facts.PERSON, seq, "h" + seq, null);
    }

    private static ChainEntry settled(long seq) {
        return new ChainEntry(Facts.PERSON, seq, "h" + seq, new Concern(SCOPE, Facts.settled(seq, seq)));
    }

    /** Answers with two entries a page. */
    private static final class OwnerOfOneChain implements ChainOwner {

        private static final int PAGE = 2;

        private final List<ChainEntry> chain = new ArrayList<>();
        private final List<Long> questions = new ArrayList<>();
        private boolean isSilent;

        void has(ChainEntry... entries) {
            chain.addAll(List.of(entries));
        }

        @Override
        public Mono<List<ChainEntry>> from(PersonId person, long seq) {
            return Mono.defer(() -> {
                if (isSilent) {
                    return Mono.error(ProblemException.peerUnavailable("settlement", Duration.ofSeconds(1), null));
                }
                questions.add(seq);
                return Mono.just(chain.stream()
                        .filter(entry -> entry.seq() >= seq)
                        .limit(PAGE)
                        .toList());
            });
        }
    }
}
