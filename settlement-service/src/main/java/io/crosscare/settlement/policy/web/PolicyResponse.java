package io.crosscare.settlement.policy.web;

import io.crosscare.settlement.benefit.model.Figure;
import io.crosscare.settlement.benefit.model.Reference;
import io.crosscare.settlement.policy.PublishedPolicy;
import java.util.Collection;
import java.util.List;

/**
 * A published policy whole: each figure with its source and mark, and the document as it was published.
 *
 * @param policy 摘要 · the policy in short
 * @param figures 参数 · every figure
 * @param document 原文 · the YAML as published
 */
record PolicyResponse(PolicySummaryResponse policy, List<Reference> figures, String document) {

    static PolicyResponse of(PublishedPolicy published, Collection<PublishedPolicy> all) {
        return new PolicyResponse(
                PolicySummaryResponse.of(published, all),
                published.pack().figures().stream().map(Figure::reference).toList(),
                published.document());
    }
}
