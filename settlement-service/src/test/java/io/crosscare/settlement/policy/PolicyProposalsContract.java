package io.crosscare.settlement.policy;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.policy.PolicyProposal.Decision;
import io.crosscare.settlement.policy.PolicyProposal.State;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of proposals keeps. */
public abstract class PolicyProposalsContract {

    private static final Instant AT = Instant.parse("2026-11-27T01:02:03.004Z");

    private final PolicyProposal first = proposal('a', AT);
    private final PolicyProposal second = proposal('b', AT.plusSeconds(1));

    /** An empty store. */
    protected abstract PolicyProposals proposals();

    @Test
    void findsAProposalByItsHashAndByItsRequest() {
        PolicyProposals proposals = proposals();

        assertThat(await(proposals.add(first, "desk/1"))).isTrue();

        assertThat(await(proposals.find(first.hash()))).isEqualTo(first);
        assertThat(await(proposals.byRequest("desk/1"))).isEqualTo(first);
        assertThat(await(proposals.byRequest("desk/2").hasElement())).isFalse();
    }

    @Test
    void takesADocumentAndAKeyOnce() {
        PolicyProposals proposals = proposals();
        await(proposals.add(first, "desk/1"));

        assertThat(await(proposals.add(first, "desk/2"))).isFalse();
        assertThat(await(proposals.add(second, "desk/1"))).isFalse();
        assertThat(await(proposals.all().collectList())).containsExactly(first);
    }

    @Test
    void listsTheLatestFirstAndThoseInAState() {
        PolicyProposals proposals = proposals();
        await(proposals.add(first, "desk/1"));
        await(proposals.add(second, "desk/2"));

        PolicyProposal approved = first.decided(State.APPROVED, new Decision("head", AT, null));
        assertThat(await(proposals.replace(approved, State.PROPOSED))).isTrue();

        assertThat(await(proposals.all().collectList())).containsExactly(second, approved);
        assertThat(await(proposals.inState(State.APPROVED).collectList())).containsExactly(approved);
    }

    @Test
    void changesTheStateOnceOnly() {
        PolicyProposals proposals = proposals();
        await(proposals.add(first, "desk/1"));
        PolicyProposal rejected = first.decided(State.REJECTED, new Decision("head", AT, "重新核对"));

        assertThat(await(proposals.replace(rejected, State.PROPOSED))).isTrue();
        assertThat(await(proposals.replace(
                        first.decided(State.APPROVED, new Decision("other", AT, null)), State.PROPOSED)))
                .isFalse();
        assertThat(await(proposals.replace(second, State.PROPOSED))).isFalse();

        assertThat(await(proposals.byRequest("desk/1"))).isEqualTo(rejected);
    }

    private static PolicyProposal proposal(char letter, Instant at) {
        return new PolicyProposal(
                String.valueOf(letter).repeat(64),
                "policy: x\n",
                "x",
                new RegionCode("321100"),
                Set.of("c".repeat(64)),
                List.of(new Wording("提示", "warning")),
                "desk",
                at,
                State.PROPOSED,
                null);
    }
}
