package io.crosscare.settlement.policy;

import io.crosscare.settlement.benefit.model.PolicyPack;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which of the published packs counts, and which has taken the place of another; nothing that was published is ever removed. */
public final class PolicySuccession {

    private PolicySuccession() {}

    /** Whether a pack is the law of a day for one of its person types at least. */
    public static boolean isInForceOn(PublishedPolicy policy, Collection<PublishedPolicy> all, LocalDate day) {
        PolicyPack pack = policy.pack();
        return pack.personTypes().stream()
                .map(type -> PolicyShelf.inForce(all, pack.region(), type, day))
                .filter(Objects::nonNull)
                .anyMatch(law -> law.hash().equals(policy.hash()));
    }

    /** The pack that takes the place of another from its own first day on, or has always had it. */
    public static Optional<PublishedPolicy> successorOf(PublishedPolicy policy, Collection<PublishedPolicy> all) {
        List<PublishedPolicy> later =
                all.stream().filter(other -> outranks(other, policy)).toList();
        return later.stream()
                .map(other -> other.pack().from())
                .min(LocalDate::compareTo)
                .map(first -> Collections.max(List.of(first, policy.pack().from())))
                .flatMap(day -> later.stream()
                        .filter(other -> other.pack().isInForceOn(day))
                        .max(PolicyShelf.BY_PRECEDENCE));
    }

    private static boolean outranks(PublishedPolicy other, PublishedPolicy policy) {
        PolicyPack one = policy.pack();
        PolicyPack two = other.pack();
        LocalDate end = one.to();
        return two.region().equals(one.region())
                && !Collections.disjoint(two.personTypes(), one.personTypes())
                && PolicyShelf.BY_PRECEDENCE.compare(other, policy) > 0
                && (end == null || !two.from().isAfter(end));
    }
}
