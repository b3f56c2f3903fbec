package io.crosscare.settlement.policy.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.document.DocumentFlaw;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is asked of proposals. */
final class PolicyProposalRequests {

    private static final int REPLACES_MAX = 20;
    private static final int REASON_MAX = 500;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Text HASH_RULE = Text.of("应为六十四位小写十六进制", "must be 64 lower-case hexadecimal digits");

    private PolicyProposalRequests() {}

    /** What an approver says. */
    enum Verdict {
        /** 批准 · publish it. */
        APPROVED,
        /** 驳回 · do not. */
        REJECTED
    }

    /**
     * A policy to propose.
     *
     * @param document 政策原文 · the YAML document
     * @param replaces optional, 替换的政策 · hashes of the policies in force whose place it takes
     */
    record ProposeRequest(
            @Nullable String document, @Nullable List<@Nullable String> replaces) {

        Proposing toProposing() {
            FieldChecks checks = new FieldChecks();
            String text = document;
            if (text == null || text.isBlank()) {
                checks.reject("document", "required", Text.of("必填", "is required"));
            }
            Set<String> hashes = new LinkedHashSet<>();
            if (replaces != null && !replaces.isEmpty()) {
                List<String> given =
                        checks.list("replaces", replaces, REPLACES_MAX).orElse(List.of());
                for (int i = 0; i < given.size(); i++) {
                    String hash = given.get(i);
                    if (HASH.matcher(hash).matches()) {
                        hashes.add(hash);
                    } else {
                        checks.reject("replaces[" + i + "]", "hash", HASH_RULE);
                    }
                }
            }
            checks.throwIfInvalid();
            return new Proposing(text == null ? "" : text, hashes);
        }
    }

    /** A checked proposal. */
    record Proposing(String document, Set<String> replaces) {}

    /**
     * A decision.
     *
     * @param decision 审批结论 · {@link Verdict}
     * @param reason optional, 审批意见 · needed for a rejection
     */
    record DecideRequest(
            @Nullable String decision, @Nullable String reason) {

        Deciding toDeciding() {
            FieldChecks checks = new FieldChecks();
            var verdict = checks.oneOf("decision", decision, Verdict.class);
            boolean isRejected = verdict.orNull() == Verdict.REJECTED;
            var why = isRejected
                    ? checks.text("reason", reason, REASON_MAX)
                    : checks.optionalText("reason", reason, REASON_MAX);
            checks.throwIfInvalid();
            return new Deciding(verdict.value() == Verdict.APPROVED, why.orNull());
        }
    }

    /** A checked decision. */
    record Deciding(boolean isApproved, @Nullable String reason) {}

    /** A document was refused: each flaw by its place and line. */
    static ProblemException flawed(List<DocumentFlaw> flaws) {
        return ProblemException.invalid(
                flaws.stream().map(PolicyProposalRequests::error).toList());
    }

    private static FieldError error(DocumentFlaw flaw) {
        return new FieldError(
                "document." + flaw.place(),
                "policy-document",
                Text.of("第 " + flaw.line() + " 行：" + flaw.zh(), "line " + flaw.line() + ": " + flaw.en()));
    }
}
