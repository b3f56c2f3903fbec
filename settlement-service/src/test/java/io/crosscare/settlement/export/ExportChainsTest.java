package io.crosscare.settlement.export;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.mongo.WrittenEntries;
import io.crosscare.settlement.export.ExportChains.Period;
import io.crosscare.settlement.export.model.ExportLine;
import io.crosscare.settlement.export.model.ExportLine.Begin;
import io.crosscare.settlement.export.model.ExportLine.End;
import io.crosscare.settlement.export.model.ExportLine.HeadLine;
import io.crosscare.settlement.export.model.ExportLine.Text;
import io.crosscare.settlement.export.model.Totals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What is written out of which chains, and what the heads and the end say of it. */
class ExportChainsTest {

    private static final Clock CLOCK = Clock.fixed(Entries.NOW, ZoneOffset.UTC);

    private final List<Entry> entries = ExportedChains.ofEveryKind();
    private final WrittenEntries stored = new WrittenEntries(entries);
    private final ExportChains exportChains = new ExportChains(stored, CLOCK);

    @Test
    void writesTheChainsOfARegionWithTheirHeads() {
        List<ExportLine> lines = lines(exportChains.ofRegion(Entries.ZHENJIANG, Period.ALL));

        Entry closing = entries.get(11);
        Entry others = entries.get(12);
        HeadLine head = new HeadLine(Entries.PERSON, 1, 12, closing.hash().value());
        HeadLine otherHead =
                new HeadLine(ExportedChains.OTHER, 1, 1, others.hash().value());
        assertThat(lines).hasSize(1 + 12 + 1 + 1 + 1 + 1);
        assertThat(lines.getFirst()).isEqualTo(new Begin(Entries.NOW, Entries.ZHENJIANG, null, null));
        assertThat(lines.get(13)).isEqualTo(head);
        assertThat(lines.get(15)).isEqualTo(otherHead);
        assertThat(lines.getLast())
                .isEqualTo(new End(2, 13, Totals.NONE.with(head).with(otherHead).digest()));
        assertThat(ids(lines))
                .isEqualTo(entries.stream().map(entry -> entry.id().value()).toList());
    }

    @Test
    void writesNothingOfAnotherRegion() {
        List<ExportLine> lines = lines(exportChains.ofRegion(Entries.SHANGHAI, Period.ALL));

        assertThat(lines)
                .containsExactly(
                        new Begin(Entries.NOW, Entries.SHANGHAI, null, null), new End(0, 0, Totals.NONE.digest()));
    }

    @Test
    void writesOneChain() {
        List<ExportLine> lines = lines(exportChains.ofPerson(ExportedChains.OTHER, Period.ALL));

        assertThat(ids(lines)).containsExactly(entries.getLast().id().value());
        assertThat(lines).hasSize(4);
    }

    @Test
    void saysWhereThePartOfAPeriodBegins() {
        Head first = Head.of(Entries.credit(Head.empty(Entries.PERSON), "one"));
        Instant later = Entries.NOW.plus(Duration.ofDays(1));
        Head dayAfter = new Head(first.person(), 1, first.hash(), later, first.counters());
        Entry second = Entries.credit(dayAfter, "two");
        Entry third = Entries.credit(Head.of(second), "three");
        ExportChains two = new ExportChains(
                new WrittenEntries(List.of(Entries.credit(Head.empty(Entries.PERSON), "one"), second, third)), CLOCK);

        List<ExportLine> lines = lines(two.ofPerson(Entries.PERSON, new Period(later, null)));
        List<ExportLine> before = lines(two.ofRegion(Entries.ZHENJIANG, new Period(null, later)));

        assertThat(ids(lines)).containsExactly(second.id().value(), third.id().value());
        assertThat(lines.get(3))
                .isEqualTo(new HeadLine(Entries.PERSON, 2, 3, third.hash().value()));
        assertThat(before.get(2))
                .isEqualTo(new HeadLine(Entries.PERSON, 1, 1, first.hash().value()));
    }

    @Test
    void writesADamagedEntryAsItIs() {
        stored.document(2).put("key", new BsonString("another"));
        stored.document(2).remove("recordedAt");

        List<ExportLine> lines = lines(exportChains.ofPerson(Entries.PERSON, Period.ALL));

        assertThat(lines.get(3))
                .isInstanceOfSatisfying(
                        Text.class,
                        text -> assertThat(text.text().json())
                                .contains("\"another\"")
                                .doesNotContain("recordedAt"));
    }

    private static List<ExportLine> lines(Flux<ExportLine> lines) {
        return new ArrayList<>(await(lines.collectList()));
    }

    private static List<String> ids(List<ExportLine> lines) {
        return lines.stream()
                .filter(Text.class::isInstance)
                .map(line -> ((Text) line).text().id())
                .toList();
    }
}
