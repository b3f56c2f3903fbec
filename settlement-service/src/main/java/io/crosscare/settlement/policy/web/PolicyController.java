package io.crosscare.settlement.policy.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.policy.PolicyPacks;
import java.time.LocalDate;
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

    PolicyController(PolicyPacks policies) {
        this.policies = policies;
    }

    /**
     * 政策列表 · The published policies.
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
                .filter(published -> matches(published.pack(), insuredRegion.orNull(), day.orNull()))
                .map(PolicySummaryResponse::of)
                .collectList()
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
        return policies.byHash(hash).map(PolicyResponse::of).switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /**
     * 政策比较 · What is different between two published policies, figure by figure.
     *
     * @param hash of the policy, the newer of the two as a rule
     * @param with of the policy it is compared with
     * @return every difference, with value, source and mark before and after
     */
    @GetMapping("/{hash}/differences")
    Mono<PolicyComparisonResponse> differences(
            @PathVariable("hash") String hash, @RequestParam(name = "with", required = false) @Nullable String with) {
        var checks = new FieldChecks();
        var other = checks.text("with", with, HASH_LENGTH);
        checks.throwIfInvalid();

        return Mono.zip(policies.byHash(other.value()), policies.byHash(hash), PolicyComparisonResponse::of)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private static boolean matches(PolicyPack pack, @Nullable RegionCode region, @Nullable LocalDate on) {
        return (region == null || region.equals(pack.region())) && (on == null || pack.isInForceOn(on));
    }
}
