package io.crosscare.settlement.policy;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.Figure;
import io.crosscare.settlement.benefit.model.RatioBand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a document by id. Rules refer to them; a rule that names an unknown figure, a figure of another unit, and a
 * figure that no rule uses are refused.
 */
final class FigureBook {

    private static final long FEN_MAX = 100_000_000_000L;

    private final Map<String, YamlValue> figures = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    FigureBook(YamlValue figures, YamlValue sources) {
        this.figures.putAll(figures.fields().all());
        sources.fields().all().forEach((id, text) -> this.sources.put(id, text.text()));
    }

    Figure<Money> money(YamlValue reference) {
        return figure(reference, "fen", value -> Money.ofFen(value.integer(0, FEN_MAX)));
    }

    Figure<Ratio> ratio(YamlValue reference) {
        return figure(reference, "bp", value -> new Ratio((int) value.integer(0, Ratio.ONE)));
    }

    /** A transfer may lower a ratio, never raise it. */
    Figure<Integer> shift(YamlValue reference) {
        return figure(reference, "shiftBp", value -> (int) value.integer(-Ratio.ONE, 0));
    }

    <E extends Enum<E>> Figure<E> reading(YamlValue reference, Class<E> type) {
        return figure(reference, "reading", value -> value.oneOf(type));
    }

    Figure<List<RatioBand>> bands(YamlValue reference, Money start) {
        return figure(reference, "bands", value -> bandsFrom(start, value));
    }

    /** Refuses the first figure that no rule asked for: it would be believed to count. */
    void refuseUnused() {
        figures.forEach((id, value) -> {
            if (!used.contains(id)) {
                throw value.flaw("没有规则使用该数值", "is used by no rule");
            }
        });
    }

    private <V> Figure<V> figure(YamlValue reference, String unit, Function<YamlValue, V> read) {
        String id = reference.text();
        YamlValue entry = figures.get(id);
        if (entry == null) {
            throw reference.flaw("数值 " + id + " 未定义", "refers to figure " + id + ", which is not defined");
        }
        YamlFields fields = entry.fields().allowOnly(unit, "source", "confidence");
        YamlValue sourceId = fields.require("source");
        String source = sources.get(sourceId.text());
        if (source == null) {
            throw sourceId.flaw("来源未定义", "refers to a source that is not defined");
        }
        used.add(id);
        return Figure.of(id, read.apply(fields.require(unit)), source, confidence(fields.require("confidence")));
    }

    private static Confidence confidence(YamlValue value) {
        String word = value.text();
        return Arrays.stream(Confidence.values())
                .filter(confidence -> confidence.word().equals(word))
                .findFirst()
                .orElseThrow(() -> value.flaw(
                        "只能是 documented、nearest-year、assumed 之一", "must be documented, nearest-year or assumed"));
    }

    private static List<RatioBand> bandsFrom(Money start, YamlValue list) {
        List<RatioBand> bands = new ArrayList<>();
        List<YamlValue> items = list.items();
        Money above = start;
        for (int i = 0; i < items.size(); i++) {
            YamlFields fields = items.get(i).fields().allowOnly("upToFen", "bp");
            boolean isLast = i == items.size() - 1;
            Money upTo = isLast ? openEnd(fields) : endAfter(above, fields.require("upToFen"));
            bands.add(new RatioBand(
                    above, upTo, new Ratio((int) fields.require("bp").integer(0, Ratio.ONE))));
            above = upTo == null ? above : upTo;
        }
        if (bands.isEmpty()) {
            throw list.flaw("至少需要一个费用段", "needs at least one band");
        }
        return List.copyOf(bands);
    }

    private static @Nullable Money openEnd(YamlFields last) {
        last.find("upToFen").ifPresent(end -> {
            throw end.flaw("最后一段不能有上限", "the last band must be open");
        });
        return null;
    }

    private static Money endAfter(Money above, YamlValue end) {
        Money upTo = Money.ofFen(end.integer(0, FEN_MAX));
        if (upTo.compareTo(above) <= 0) {
            throw end.flaw("费用段重叠或为空", "overlaps the band before it, or is empty");
        }
        return upTo;
    }
}
