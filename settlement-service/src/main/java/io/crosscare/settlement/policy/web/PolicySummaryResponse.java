package io.crosscare.settlement.policy.web;

import io.crosscare.settlement.benefit.model.Figure;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.policy.PublishedPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A published policy in short.
 *
 * @param marks how many of its figures have which mark
 */
record PolicySummaryResponse(
        String hash,
        String name,
        Wording title,
        String region,
        String plan,
        List<String> personTypes,
        LocalDate from,
        @Nullable LocalDate to,
        Instant publishedAt,
        int figures,
        Map<String, Long> marks) {

    static PolicySummaryResponse of(PublishedPolicy published) {
        PolicyPack pack = published.pack();
        Map<String, Long> marks = new TreeMap<>();
        for (Figure<?> figure : pack.figures()) {
            marks.merge(figure.confidence().word(), 1L, Long::sum);
        }
        return new PolicySummaryResponse(
                published.hash(),
                pack.name(),
                pack.title(),
                pack.region().value(),
                pack.plan().name(),
                pack.personTypes().stream().sorted().map(PersonType::name).toList(),
                pack.from(),
                pack.to(),
                published.publishedAt(),
                pack.figures().size(),
                marks);
    }
}
