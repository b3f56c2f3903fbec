package io.crosscare.settlement.policy;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.document.DocumentFlaw;
import io.crosscare.settlement.document.InMemoryDocuments;
import io.crosscare.settlement.document.ShippedDocuments;
import io.crosscare.settlement.policy.DecidePolicy.Decided;
import io.crosscare.settlement.policy.PolicyProposal.State;
import io.crosscare.settlement.policy.ProposePolicy.Proposed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A policy on its way to become the law, with two people at the desk. */
class DecidePolicyTest {

    private static final String SHIPPED = "320100-employee-2024";
    private static final RegionCode NANJING = new RegionCode("320100");
    private static final Caller.Agency AUTHOR = new Caller.Agency("author", NANJING);
    private static final Caller.Agency APPROVER = new Caller.Agency("approver", NANJING);
    private static final LocalDate DAY = LocalDate.parse("2018-06-01");

    private final PolicyShelf policies = new PolicyShelf(new InMemoryDocuments());
    private final InMemoryPolicyProposals proposals = new InMemoryPolicyProposals();
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-27T01:02:03.004Z"));
    private final ProposePolicy proposing =
            new ProposePolicy(policies, proposals, ShippedDocuments.one("/policy-limits.yaml"), clock);
    private final DecidePolicy deciding = new DecidePolicy(policies, proposals, proposing, clock);

    /** A shipped pack for a year nobody speaks of yet. */
    private final String document =
            ShippedPacks.document(SHIPPED).replace("from: 2024-01-01", "from: 2018-01-01\nto: 2018-12-31");

    DecidePolicyTest() {
        Flux.fromIterable(ShippedDocuments.in("/policies"))
                .concatMap(policies::publish)
                .blockLast();
    }

    @Test
    void becomesTheLawWhenSomebodyElseApproves() {
        PolicyProposal proposal = proposed();
        assertThat(await(lawOn(DAY).hasElement())).isFalse();

        Decided decided = await(deciding.decide(proposal.hash(), true, null, APPROVER));

        assertThat(decided)
                .isInstanceOfSatisfying(
                        Decided.Done.class,
                        done -> assertThat(done.proposal().state()).isEqualTo(State.PUBLISHED));
        assertThat(await(lawOn(DAY)).hash()).isEqualTo(proposal.hash());
        assertThat(await(deciding.decide(proposal.hash(), true, null, APPROVER)))
                .isInstanceOf(Decided.Replayed.class);
    }

    @Test
    void isNotApprovedByItsAuthor() {
        PolicyProposal proposal = proposed();

        assertThat(await(deciding.decide(proposal.hash(), true, null, AUTHOR))).isInstanceOf(Decided.OwnProposal.class);
        assertThat(await(lawOn(DAY).hasElement())).isFalse();
    }

    @Test
    void isDecidedOnce() {
        PolicyProposal proposal = proposed();
        await(deciding.decide(proposal.hash(), false, "数额有误", APPROVER));

        assertThat(await(deciding.decide(proposal.hash(), true, null, APPROVER)))
                .isEqualTo(new Decided.AlreadyDecided(State.REJECTED));
        assertThat(await(deciding.decide(proposal.hash(), false, "数额有误", APPROVER)))
                .isInstanceOf(Decided.Replayed.class);
        assertThat(await(lawOn(DAY).hasElement())).isFalse();
    }

    @Test
    void isOfNoConcernToOtherRegions() {
        PolicyProposal proposal = proposed();
        Caller.Agency zhenjiang = new Caller.Agency("zhenjiang", new RegionCode("321100"));

        assertThat(await(deciding.decide(proposal.hash(), true, null, zhenjiang)))
                .isEqualTo(new Decided.NotVisible());
        assertThat(await(proposing.propose(document, Set.of(), zhenjiang, "k"))).isInstanceOf(Proposed.NotYours.class);
    }

    @Test
    void isHeldAgainstTheLawOfTheDayOfItsApproval() {
        PolicyProposal proposal = proposed();
        PolicyProposal rival = ((Proposed.Added) await(proposing.propose(
                        document.replace("fen: 36000000", "fen: 37000000"), Set.of(), AUTHOR, "rival")))
                .proposal();
        await(deciding.decide(rival.hash(), true, null, APPROVER));

        assertThat(await(deciding.decide(proposal.hash(), true, null, APPROVER)))
                .isInstanceOfSatisfying(
                        Decided.Flawed.class,
                        flawed -> assertThat(flawed.flaws())
                                .extracting(DocumentFlaw::place)
                                .containsExactly("from"));
    }

    @Test
    void isPublishedLaterWhereTheProcessEndedAfterTheApproval() {
        PolicyProposal proposal = proposed();
        PolicyProposal approved =
                proposal.decided(State.APPROVED, new PolicyProposal.Decision("approver", clock.instant(), null));
        await(proposals.replace(approved, State.PROPOSED));

        await(deciding.publishApproved().thenReturn(true));

        assertThat(await(lawOn(DAY)).hash()).isEqualTo(proposal.hash());
        assertThat(await(proposals.find(proposal.hash())).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void isProposedOnceUnderOneKey() {
        proposed();

        assertThat(await(proposing.propose(document, Set.of(), AUTHOR, "k"))).isInstanceOf(Proposed.Replayed.class);
        assertThat(await(proposing.propose(document + "# other\n", Set.of(), AUTHOR, "k")))
                .isInstanceOf(Proposed.KeyReused.class);
        assertThat(await(proposing.propose(document, Set.of(), AUTHOR, "other")))
                .isInstanceOf(Proposed.Known.class);
        assertThat(await(proposing.propose(ShippedPacks.document(SHIPPED), Set.of(), AUTHOR, "law")))
                .isInstanceOf(Proposed.IsLaw.class);
    }

    @Test
    void isRefusedWithTheLineThatIsWrong() {
        Proposed refused =
                await(proposing.propose(document.replace("plan: EMPLOYEE", "plan: PENSIONER"), Set.of(), AUTHOR, "k"));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Proposed.Flawed.class,
                        flawed -> assertThat(flawed.flaws())
                                .singleElement()
                                .satisfies(flaw -> assertThat(
                                                document.lines().toList().get(flaw.line() - 1))
                                        .startsWith("plan:")));
        assertThat(await(proposals.all().collectList())).isEmpty();
    }

    private PolicyProposal proposed() {
        return ((Proposed.Added) await(proposing.propose(document, Set.of(), AUTHOR, "k"))).proposal();
    }

    private Mono<PublishedPolicy> lawOn(LocalDate day) {
        return policies.find(NANJING, PersonType.ACTIVE, day);
    }
}
