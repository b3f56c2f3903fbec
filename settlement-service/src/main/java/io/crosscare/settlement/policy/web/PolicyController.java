package io.crosscare.settlement.policy.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.policy.PolicyPacks;
import io.crosscare.settlement.policy.PolicyProposals;
import io.crosscare.settlement.policy.PolicySuccession;
import io.crosscare.settlement.policy.PublishedPolicy;
import io.crosscare.settlement.policy.web.PolicyComparisonResponse.Compared;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Published policies, for everybody who is authenticated: the law is public. */
@RestController
@RequestMapping("/api/v1/policies")
class PolicyController {

    private static final int HASH_LENGTH = 64;

    private final PolicyPacks policies;
    private final PolicyProposals proposals;

    PolicyController(PolicyPacks policies, PolicyProposals proposals) {
        this.policies = policies;
        this.proposals = proposals;
    }

    /**
     * 政策列表 · The published policies, also those that another one has replaced, which then is named; on a day only those that are the law
     * of it.
     *
     * @param region optional, the insured region whose policy is wanted
     * @param on optional, a day in China on which it has to be in force
     * @return all that match
     */
    @GetMapping
    Mono<PolicyListResponse> list(
            @RequestParam(name = "region", required = false) @Nullable String region,
            @RequestParam(name = "on", required = false) @Nullable String on) {
        var checks = new FieldChecks();
        var insuredRegion = checks.optionalRegion("region", region);
        var day = checks.optionalDate("on", on);
        checks.throwIfInvalid();

        return policies.all()
                .collectList()
                .map(all -> all.stream()
                        .filter(published -> isOf(published, insuredRegion.orNull()))
                        .filter(published -> isLawOn(published, all, day.orNull()))
                        .map(published -> PolicySummaryResponse.of(published, all))
                        .toList())
                .map(PolicyListResponse::new);
    }

    /**
     * 单个政策 · A published policy, with every figure, its source and its mark.
     *
     * @param hash of the policy's document
     * @return the policy
     */
    @GetMapping("/{hash}")
    Mono<PolicyResponse> one(@PathVariable("hash") String hash) {
        return policies.byHash(hash)
                .flatMap(published -> policies.all().collectList().map(all -> PolicyResponse.of(published, all)))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /**
     * 政策比较 · What is different between two policies, figure by figure: published ones, and before anybody has decided on it a proposal with
     * what it would replace.
     *
     * @param caller {@code HOSPITAL}, {@code PLATFORM}, {@code OPERATOR}, {@code INSURED}, {@code SERVICE}: published policies;
     *     {@code AGENCY}: proposals of its region too
     * @param hash of the policy, the newer of the two as a rule
     * @param with of the policy it is compared with
     * @return every difference, with value, source and mark before and after
     */
    @GetMapping("/{hash}/differences")
    Mono<PolicyComparisonResponse> differences(
            Caller caller,
            @PathVariable("hash") String hash,
            @RequestParam(name = "with", required = false) @Nullable String with) {
        var checks = new FieldChecks();
        var other = checks.text("with", with, HASH_LENGTH);
        checks.throwIfInvalid();

        return Mono.zip(compared(caller, other.value()), compared(caller, hash), PolicyComparisonResponse::of)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private Mono<Compared> compared(Caller caller, String hash) {
        return policies.byHash(hash)
                .flatMap(published -> policies.all()
                        .collectList()
                        .map(all -> new Compared(PolicySummaryResponse.of(published, all), published.pack())))
                .switchIfEmpty(Mono.defer(() -> proposals
                        .find(hash)
                        .filter(proposal ->
                                caller instanceof Caller.Agency agency && agency.isAgencyOf(proposal.region()))
                        .map(proposal -> new Compared(PolicySummaryResponse.of(proposal), proposal.pack()))));
    }

    private static boolean isOf(PublishedPolicy published, @Nullable RegionCode region) {
        return region == null || region.equals(published.pack().region());
    }

    private static boolean isLawOn(PublishedPolicy published, List<PublishedPolicy> all, @Nullable LocalDate on) {
        return on == null || PolicySuccession.isInForceOn(published, all, on);
    }
}
