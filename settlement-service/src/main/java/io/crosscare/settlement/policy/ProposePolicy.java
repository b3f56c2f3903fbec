package io.crosscare.settlement.policy;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.DocumentFlaw;
import io.crosscare.settlement.document.DocumentRefused;
import io.crosscare.settlement.policy.PolicyProposal.State;
import io.crosscare.settlement.policy.PublicationChecks.Findings;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** An agency proposes a pack for its own region. Nothing is the law before somebody else has approved it. */
public final class ProposePolicy {

    private final PolicyPacks policies;
    private final PolicyProposals proposals;
    private final PublicationChecks checks;
    private final Clock clock;

    public ProposePolicy(PolicyPacks policies, PolicyProposals proposals, String limits, Clock clock) {
        this.policies = policies;
        this.proposals = proposals;
        this.checks = new PublicationChecks(CutLimit.read(limits));
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Proposed {

        record Added(PolicyProposal proposal) implements Proposed {}

        /** The same request came before. */
        record Replayed(PolicyProposal proposal) implements Proposed {}

        /** Another document came under the same key. */
        record KeyReused() implements Proposed {}

        /** The same document was proposed before. */
        record Known(PolicyProposal proposal) implements Proposed {}

        /** The same document is published. */
        record IsLaw(PublishedPolicy policy) implements Proposed {}

        /** For a region that is not the caller's. */
        record NotYours(RegionCode region) implements Proposed {}

        record Flawed(List<DocumentFlaw> flaws) implements Proposed {}
    }

    /**
     * Proposes a document.
     *
     * @param replaces hashes of the packs in force whose place it takes
     */
    public Mono<Proposed> propose(String document, Set<String> replaces, Caller.Agency author, String key) {
        CanonicalText canonical = new CanonicalText(document);
        String requestKey = author.subject() + "/" + key;
        return proposals
                .byRequest(requestKey)
                .map(before -> isSame(before, canonical, replaces)
                        ? new Proposed.Replayed(before)
                        : (Proposed) new Proposed.KeyReused())
                .switchIfEmpty(Mono.defer(() -> read(canonical, replaces, author, requestKey)));
    }

    private static boolean isSame(PolicyProposal before, CanonicalText document, Set<String> replaces) {
        return before.hash().equals(document.hash()) && before.replaces().equals(replaces);
    }

    private Mono<Proposed> read(CanonicalText canonical, Set<String> replaces, Caller.Agency author, String key) {
        LocatedPack document;
        try {
            document = PolicyReader.readDocument(canonical);
        } catch (DocumentRefused refused) {
            return Mono.just(new Proposed.Flawed(List.of(refused.flaw())));
        }
        RegionCode region = document.pack().region();
        if (!author.isAgencyOf(region)) {
            return Mono.just(new Proposed.NotYours(region));
        }
        return proposals
                .find(canonical.hash())
                .<Proposed>map(Proposed.Known::new)
                .switchIfEmpty(policies.byHash(canonical.hash()).map(Proposed.IsLaw::new))
                .switchIfEmpty(Mono.defer(() -> check(canonical, document, replaces, author, key)));
    }

    private Mono<Proposed> check(
            CanonicalText canonical, LocatedPack document, Set<String> replaces, Caller.Agency author, String key) {
        return policies.all().collectList().flatMap(published -> {
            Findings findings = checks.check(document, published, replaces);
            if (!findings.flaws().isEmpty()) {
                return Mono.just(new Proposed.Flawed(findings.flaws()));
            }
            PolicyProposal proposal = new PolicyProposal(
                    canonical.hash(),
                    canonical.text(),
                    document.pack().name(),
                    document.pack().region(),
                    replaces,
                    findings.warnings(),
                    author.subject(),
                    clock.instant(),
                    State.PROPOSED,
                    null);
            return add(proposal, key);
        });
    }

    private Mono<Proposed> add(PolicyProposal proposal, String key) {
        return proposals
                .add(proposal, key)
                .flatMap(isAdded -> isAdded
                        ? Mono.just(new Proposed.Added(proposal))
                        : proposals
                                .byRequest(key)
                                .<Proposed>map(twin ->
                                        isSame(twin, new CanonicalText(proposal.document()), proposal.replaces())
                                                ? new Proposed.Replayed(twin)
                                                : new Proposed.KeyReused())
                                .switchIfEmpty(proposals.find(proposal.hash()).map(Proposed.Known::new)));
    }

    /** Holds an approved proposal against what is the law by now. */
    Mono<List<DocumentFlaw>> flawsOf(PolicyProposal proposal) {
        return policies.all()
                .filter(policy -> !policy.hash().equals(proposal.hash()))
                .collectList()
                .map(published -> checks.check(
                                PolicyReader.readDocument(new CanonicalText(proposal.document())),
                                published,
                                proposal.replaces())
                        .flaws());
    }
}
