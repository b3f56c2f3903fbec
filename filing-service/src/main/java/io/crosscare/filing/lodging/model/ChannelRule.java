package io.crosscare.filing.lodging.model;

import java.util.Set;

/**
 * A way by which filings reach a region's agency.
 *
 * @param isOpen false: announced only
 * @param categories which filings; empty: all
 * @param lodgers who may use it beside the agency itself
 * @param isReviewed whether the agency looks at what others lodge before it counts
 */
public record ChannelRule(
        FilingChannel channel,
        boolean isOpen,
        Set<FilingCategory> categories,
        Set<LodgerKind> lodgers,
        boolean isReviewed,
        Clause clause) {

    public ChannelRule {
        categories = Set.copyOf(categories);
        lodgers = Set.copyOf(lodgers);
    }

    boolean admits(FilingCategory category, LodgerKind lodger) {
        return isOpen
                && (categories.isEmpty() || categories.contains(category))
                && (lodger == LodgerKind.AGENCY || lodgers.contains(lodger));
    }
}
