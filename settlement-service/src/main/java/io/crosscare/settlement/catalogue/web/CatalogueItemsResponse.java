package io.crosscare.settlement.catalogue.web;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.CatalogueItem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One page of the items of a catalogue, by code.
 *
 * @param items 本页 · the items
 */
record CatalogueItemsResponse(List<Item> items, @Nullable String nextCursor) {

    private static final long MILLIONTHS_OF_A_HUNDREDTH = 10_000;

    /**
     * A drug, treatment item or facility standard.
     *
     * @param code 项目编码 · its code
     * @param name 项目名称 · its name
     * @param kind {@link io.crosscare.settlement.benefit.model.ItemKind}
     * @param itemClass 甲乙丙类 · A, B or C; what is not listed counts as outside
     * @param upfrontRatioBp 先行自付比例 · of class B, the share the person pays first, by plan, in basis points
     * @param unitLimits 限价 · the most one unit counts with, in yuan, by level of the institution; what is absent has none
     * @param limitFen 单条限价 · the most a whole line counts with, in fen
     */
    record Item(
            String code,
            String name,
            String kind,
            String itemClass,
            Map<String, Integer> upfrontRatioBp,
            Map<String, String> unitLimits,
            @Nullable Long limitFen) {

        static Item of(CatalogueItem item) {
            Map<String, Integer> upfront = new TreeMap<>();
            item.upfrontRatios().forEach((plan, ratio) -> upfront.put(plan.name(), basisPoints(ratio)));
            Map<String, String> limits = new TreeMap<>();
            item.unitLimitMillionths().forEach((level, limit) -> limits.put(level.name(), yuan(limit)));
            Money lineLimit = item.lineLimit();
            return new Item(
                    item.code(),
                    item.name(),
                    item.kind().name(),
                    item.itemClass().name(),
                    upfront,
                    limits,
                    lineLimit == null ? null : lineLimit.fen());
        }

        private static int basisPoints(Ratio ratio) {
            return ratio.basisPoints();
        }

        private static String yuan(long millionths) {
            return millionths % MILLIONTHS_OF_A_HUNDREDTH == 0
                    ? Money.ofFen(millionths / MILLIONTHS_OF_A_HUNDREDTH).toYuan()
                    : "%d.%06d".formatted(millionths / 1_000_000, millionths % 1_000_000);
        }
    }

    /** The page of so many, made from one more if there is one. */
    static CatalogueItemsResponse page(List<CatalogueItem> oneMore, int limit) {
        List<CatalogueItem> shown = oneMore.subList(0, Math.min(limit, oneMore.size()));
        return new CatalogueItemsResponse(
                shown.stream().map(Item::of).toList(),
                oneMore.size() > limit ? shown.getLast().code() : null);
    }
}
