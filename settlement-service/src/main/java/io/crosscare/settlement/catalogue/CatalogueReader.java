package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.CatalogueItem;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.CsvRow;
import io.crosscare.settlement.document.DocumentRefused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalogue from the lines of its CSV document: {@code # name: value} says whose it is, then a line of column names, then
 * one item a line. Strict: whatever is unknown, missing, repeated or out of range is a flaw with its line, and reading goes on to
 * the next. Keeps no item itself. {@code catalogues/README.md} describes the form.
 */
public final class CatalogueReader {

    private static final List<String> HEADINGS =
            List.of("region", "title-zh", "title-en", "effective-from", "confidence", "source");
    private static final Pattern HEADING = Pattern.compile("# ([a-z-]+): (.+)");
    private static final Pattern DAY = Pattern.compile("(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final int TEXT_MAX = 200;

    private final Consumer<CatalogueItem> items;
    private final Consumer<CatalogueFlaw> flaws;
    private final ItemRows rows;
    private final Map<String, Heading> headings = new HashMap<>();
    private final Set<String> codes = new HashSet<>();
    private State state = State.HEADINGS;
    private int rowCount;
    private @Nullable CatalogueFacts facts;

    private enum State {
        HEADINGS,
        ITEMS,
        /** The columns are not the agreed ones, so that no row can be read. */
        UNREADABLE
    }

    private record Heading(int line, String value) {}

    /** A reader that hands over each sound item and each flaw in the order of the lines. */
    public CatalogueReader(Consumer<CatalogueItem> items, Consumer<CatalogueFlaw> flaws) {
        this.items = items;
        this.flaws = flaws;
        this.rows = new ItemRows(flaws);
    }

    /**
     * The catalogue a document describes.
     *
     * @throws DocumentRefused with the first flaw found
     */
    public static Catalogue read(CanonicalText document) {
        CatalogueBuilder builder = new CatalogueBuilder();
        List<String> lines = document.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            builder.take(i + 1, lines.get(i));
        }
        return builder.end();
    }

    /** Takes the next line. */
    public void take(int line, String text) {
        if (text.isBlank() || state == State.UNREADABLE) {
            return;
        }
        if (state == State.HEADINGS && text.startsWith("#")) {
            takeHeading(line, text);
        } else if (state == State.HEADINGS) {
            takeColumns(line, text);
        } else {
            takeItem(line, text);
        }
    }

    /** Rows of items so far, flawed ones too. */
    public int rows() {
        return rowCount;
    }

    /** Where the document says whose it is. */
    int regionLine() {
        return lineOf(Optional.ofNullable(headings.get("region")));
    }

    /** What the document says of the whole; empty where that is flawed, or where there is no item. */
    public Optional<CatalogueFacts> end() {
        if (state == State.HEADINGS) {
            readFacts();
        }
        if (rowCount == 0 && state != State.UNREADABLE) {
            flaw(1, "document", "items", "目录没有项目", "the catalogue has no item");
        }
        return Optional.ofNullable(facts);
    }

    private void takeHeading(int line, String text) {
        Matcher matcher = HEADING.matcher(text);
        if (!matcher.matches() || !HEADINGS.contains(matcher.group(1))) {
            flaw(line, "heading", "heading", "未知的表头", "must be '# name: value' with one of " + HEADINGS);
            return;
        }
        Heading heading = new Heading(line, matcher.group(2).strip());
        if (heading.value().length() > TEXT_MAX) {
            flaw(line, matcher.group(1), "text", "最多 200 个字符", "must have at most 200 characters");
        }
        if (headings.putIfAbsent(matcher.group(1), heading) != null) {
            flaw(line, matcher.group(1), "repeated", "表头重复", "occurs twice");
        }
    }

    private void takeColumns(int line, String text) {
        readFacts();
        Optional<CsvRow> row = CsvRow.of(line, text);
        if (row.isPresent() && row.get().fields().equals(ItemRows.COLUMNS)) {
            state = State.ITEMS;
        } else {
            state = State.UNREADABLE;
            flaw(line, "columns", "columns", "列名与规定不符", "must be " + String.join(",", ItemRows.COLUMNS));
        }
    }

    private void takeItem(int line, String text) {
        rowCount++;
        Optional<CsvRow> row = CsvRow.of(line, text);
        if (row.isEmpty()) {
            flaw(line, "row", "quote", "引号没有结束", "has a quote without end");
            return;
        }
        Optional<CatalogueItem> item = rows.item(row.get());
        String code = row.get().fields().getFirst();
        if (!codes.add(code)) {
            flaw(line, "code", "repeated", "项目编码重复", "occurs twice");
        } else {
            item.ifPresent(items);
        }
    }

    private void readFacts() {
        Optional<RegionCode> region = region();
        Optional<String> titleZh = heading("title-zh").map(Heading::value);
        Optional<String> titleEn = heading("title-en").map(Heading::value);
        Optional<LocalDate> effectiveFrom = effectiveFrom();
        Optional<Confidence> confidence = confidence();
        Optional<String> source = heading("source").map(Heading::value);
        boolean isWhole = region.isPresent()
                && titleZh.isPresent()
                && titleEn.isPresent()
                && effectiveFrom.isPresent()
                && confidence.isPresent()
                && source.isPresent();
        if (isWhole) {
            facts = new CatalogueFacts(
                    region.get(),
                    new Wording(titleZh.get(), titleEn.get()),
                    effectiveFrom.get(),
                    confidence.get(),
                    source.get());
        }
    }

    private Optional<RegionCode> region() {
        Optional<Heading> heading = heading("region");
        try {
            return heading.map(found -> new RegionCode(found.value()));
        } catch (IllegalArgumentException _) {
            flaw(lineOf(heading), "region", "region-code", "应为六位行政区划代码", "must be a region code of six digits");
            return Optional.empty();
        }
    }

    private Optional<LocalDate> effectiveFrom() {
        Optional<Heading> heading = heading("effective-from");
        try {
            return heading.map(found -> day(found.value()));
        } catch (DateTimeException _) {
            flaw(
                    lineOf(heading),
                    "effective-from",
                    "date",
                    "应为 yyyy-MM-dd 格式的日期",
                    "must be a date in the form yyyy-MM-dd");
            return Optional.empty();
        }
    }

    private static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new DateTimeException("another form");
        }
        return LocalDate.parse(text);
    }

    private Optional<Confidence> confidence() {
        Optional<Heading> heading = heading("confidence");
        Optional<Confidence> found = heading.flatMap(given -> Arrays.stream(Confidence.values())
                .filter(confidence -> confidence.word().equals(given.value()))
                .findFirst());
        if (heading.isPresent() && found.isEmpty()) {
            flaw(
                    lineOf(heading),
                    "confidence",
                    "one-of",
                    "只能是 documented、nearest-year、assumed 之一",
                    "must be documented, nearest-year or assumed");
        }
        return found;
    }

    private Optional<Heading> heading(String name) {
        Heading heading = headings.get(name);
        if (heading == null) {
            flaw(1, name, "required", "缺少表头 " + name, "the document lacks the heading " + name);
        }
        return Optional.ofNullable(heading);
    }

    private static int lineOf(Optional<Heading> heading) {
        return heading.map(Heading::line).orElse(1);
    }

    private void flaw(int line, String column, String rule, String zh, String en) {
        flaws.accept(new CatalogueFlaw(line, column, rule, zh, en));
    }

    /** Keeps the items of a document that has been found sound before; throws at the first flaw. */
    static final class CatalogueBuilder {

        private final Map<String, CatalogueItem> items = new LinkedHashMap<>();
        private final CatalogueReader reader =
                new CatalogueReader(item -> items.put(item.code(), item), CatalogueBuilder::refuse);

        void take(int line, String text) {
            reader.take(line, text);
        }

        Catalogue end() {
            CatalogueFacts facts = reader.end().orElseThrow(() -> new IllegalStateException("flawless without facts"));
            return new Catalogue(
                    facts.region(), facts.title(), facts.effectiveFrom(), facts.confidence(), facts.source(), items);
        }

        private static void refuse(CatalogueFlaw flaw) {
            throw new DocumentRefused(flaw.asDocumentFlaw());
        }
    }
}
