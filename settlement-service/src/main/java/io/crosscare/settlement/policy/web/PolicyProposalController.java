package io.crosscare.settlement.policy.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.policy.DecidePolicy;
import io.crosscare.settlement.policy.DecidePolicy.Decided;
import io.crosscare.settlement.policy.PolicyProposal;
import io.crosscare.settlement.policy.PolicyProposals;
import io.crosscare.settlement.policy.ProposePolicy;
import io.crosscare.settlement.policy.ProposePolicy.Proposed;
import io.crosscare.settlement.policy.web.PolicyProposalRequests.DecideRequest;
import io.crosscare.settlement.policy.web.PolicyProposalRequests.Deciding;
import io.crosscare.settlement.policy.web.PolicyProposalRequests.ProposeRequest;
import io.crosscare.settlement.policy.web.PolicyProposalRequests.Proposing;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a policy becomes the law: one account of the region's agency proposes it, another one approves. */
@RestController
@RequestMapping("/api/v1")
class PolicyProposalController {

    private final ProposePolicy proposePolicy;
    private final DecidePolicy decidePolicy;
    private final PolicyProposals proposals;

    PolicyProposalController(ProposePolicy proposePolicy, DecidePolicy decidePolicy, PolicyProposals proposals) {
        this.proposePolicy = proposePolicy;
        this.decidePolicy = decidePolicy;
        this.proposals = proposals;
    }

    /**
     * 提交政策 · Proposes a policy. It is checked as it will be when it is published: each flaw is named with its line, and nothing is kept of
     * a document that has one.
     *
     * @param caller {@code AGENCY}: for its region
     * @return 201 the proposal, undecided; 200 the same again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code forbidden}, {@code conflict}, {@code idempotency-conflict}
     */
    @PostMapping("/policies")
    Mono<ResponseEntity<PolicyProposalResponse>> propose(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ProposeRequest body) {
        Caller.Agency agency = caller.requireAgency();
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        Proposing proposing = body.toProposing();
        return proposePolicy
                .propose(proposing.document(), proposing.replaces(), agency, callerKey.value())
                .map(PolicyProposalController::answer);
    }

    private static ResponseEntity<PolicyProposalResponse> answer(Proposed proposed) {
        return switch (proposed) {
            case Proposed.Added(PolicyProposal proposal) ->
                ResponseEntity.created(URI.create("/api/v1/policy-proposals/" + proposal.hash()))
                        .body(PolicyProposalResponse.whole(proposal));
            case Proposed.Replayed(PolicyProposal proposal) ->
                ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(PolicyProposalResponse.whole(proposal));
            case Proposed.KeyReused() -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
            case Proposed.Known(PolicyProposal known) ->
                throw ProblemException.conflict(Text.of("该文档已提交过", "this document was proposed before"))
                        .with("policyHash", known.hash())
                        .with("state", known.state().name());
            case Proposed.IsLaw(var policy) ->
                throw ProblemException.conflict(Text.of("该文档已发布", "this document is published"))
                        .with("policyHash", policy.hash());
            case Proposed.NotYours(var _) -> throw ProblemException.forbidden();
            case Proposed.Flawed(var flaws) -> throw PolicyProposalRequests.flawed(flaws);
        };
    }

    /**
     * 政策提案列表 · The proposals of the caller's regions, the latest first.
     *
     * @param caller {@code AGENCY}: of its region
     * @param region optional, the insured region
     * @param state optional, {@link PolicyProposal.State}
     * @return all that match
     */
    @GetMapping("/policy-proposals")
    Mono<PolicyProposalsResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String state) {
        Caller.Agency agency = caller.requireAgency();
        FieldChecks checks = new FieldChecks();
        var asked = checks.optionalRegion("region", region);
        var wanted = checks.optionalOneOf("state", state, PolicyProposal.State.class);
        checks.throwIfInvalid();
        return proposals
                .all()
                .filter(proposal -> agency.isAgencyOf(proposal.region()))
                .filter(proposal -> asked.orNull() == null || proposal.region().equals(asked.orNull()))
                .filter(proposal -> wanted.orNull() == null || proposal.state() == wanted.orNull())
                .map(PolicyProposalResponse::inShort)
                .collectList()
                .map(PolicyProposalsResponse::new);
    }

    /**
     * 单个政策提案 · A proposal with its document.
     *
     * @param caller {@code AGENCY}: of its region
     * @param hash of the document
     * @return the proposal
     */
    @GetMapping("/policy-proposals/{hash}")
    Mono<PolicyProposalResponse> one(Caller caller, @PathVariable String hash) {
        Caller.Agency agency = caller.requireAgency();
        return proposals
                .find(hash)
                .filter(proposal -> agency.isAgencyOf(proposal.region()))
                .map(PolicyProposalResponse::whole)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /**
     * 审批政策 · Approves a proposal, which publishes it, or rejects it. Whoever proposed it does not decide.
     *
     * @param caller {@code AGENCY}: of the proposal's region, another account than its author's
     * @param hash of the document
     * @return the proposal, decided; the same again, for the same decision, with {@code Idempotency-Hit}
     * @throws ProblemException {@code forbidden}, {@code not-found}, {@code conflict}
     */
    @PostMapping("/policy-proposals/{hash}/decisions")
    Mono<ResponseEntity<PolicyProposalResponse>> decide(
            Caller caller,
            @PathVariable String hash,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody DecideRequest body) {
        Caller.Agency agency = caller.requireAgency();
        IdempotencyKey.require(key);
        Deciding deciding = body.toDeciding();
        return decidePolicy
                .decide(hash, deciding.isApproved(), deciding.reason(), agency)
                .map(PolicyProposalController::answer);
    }

    private static ResponseEntity<PolicyProposalResponse> answer(Decided decided) {
        return switch (decided) {
            case Decided.Done(PolicyProposal proposal) -> ResponseEntity.ok(PolicyProposalResponse.whole(proposal));
            case Decided.Replayed(PolicyProposal proposal) ->
                ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(PolicyProposalResponse.whole(proposal));
            case Decided.NotVisible() -> throw ProblemException.notFound();
            case Decided.OwnProposal() ->
                throw ProblemException.of(
                        ProblemType.FORBIDDEN,
                        Text.of("提交人不能审批自己的政策", "whoever proposed a policy does not decide on it"));
            case Decided.AlreadyDecided(var state) ->
                throw ProblemException.conflict(Text.of("该提案已有结论", "this proposal was decided before"))
                        .with("state", state.name());
            case Decided.Flawed(var flaws) -> throw PolicyProposalRequests.flawed(flaws);
        };
    }
}
