package io.crosscare.settlement.direct.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.settlement.chain.EntryStatement;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.visit.TestVisits;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The events of a chain against the contracts their consumers read: the chain of D01, cancelled, and a void key. */
class EntryEventTest {

    private static final JsonMapper JSON = StrictJson.tolerant();

    @Test
    void writesWhatTheContractsSay() {
        Entry opening = Entries.opening(Head.empty(Entries.PERSON), "opening");
        Entry credit = Entries.credit(Head.of(opening), "credit");
        Settlement settled =
                Entries.decidedOn(TestVisits.DAY, Entries.settlement(Head.of(credit), "settle", Entries.visit('a')));
        Entry cancelled = Entries.undo(settled, EntryKind.CANCELLATION, "cancel");
        Entry voided = Entries.voided(Head.of(cancelled), "late", "reverse");

        assertSame(settled, "settlement.settlement.v1-settled");
        assertSame(cancelled, "settlement.settlement.v1-cancelled");
        assertSame(voided, "settlement.settlement.v1-voided");
        assertThat(List.of(opening, credit, settled, cancelled, voided))
                .extracting(entry -> entry.link().seq())
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    private static void assertSame(Entry entry, String contract) {
        assertThat(JSON.valueToTree(EntryStatement.of(entry)).toPrettyString())
                .isEqualTo(JSON.readTree(EventContract.text(contract)).toPrettyString());
    }
}
