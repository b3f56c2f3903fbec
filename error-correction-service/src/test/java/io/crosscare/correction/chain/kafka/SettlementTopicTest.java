package io.crosscare.correction.chain.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.correction.Events;
import io.crosscare.correction.chain.ChainOwner;
import io.crosscare.correction.chain.FakeHeads;
import io.crosscare.correction.chain.FollowChain;
import io.crosscare.correction.chain.model.PersonHead;
import io.crosscare.correction.desk.DeskWorld;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Fact.Undone;
import io.crosscare.correction.desk.model.Facts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** The events of a chain against the contracts their publisher keeps, and what is no entry. */
class SettlementTopicTest {

    private static final String PERSON = Facts.PERSON.value();
    private static final String SETTLED = EventContract.text("settlement.settlement.v1-settled");
    private static final String CANCELLED = EventContract.text("settlement.settlement.v1-cancelled");
    private static final String VOIDED = EventContract.text("settlement.settlement.v1-voided");

    private final DeskWorld desk = new DeskWorld();
    private final FakeHeads heads = new FakeHeads();
    private final ChainOwner owner = (_, _) -> Mono.just(List.of());
    private final SettlementTopic topic =
            new SettlementTopic(new FollowChain(heads, owner, desk.recordEntry, desk.meters));

    @BeforeEach
    void havingSeenTwo() {
        heads.advance(new PersonHead(Facts.PERSON, 1, "1")).block();
        heads.advance(new PersonHead(Facts.PERSON, 2, "2")).block();
    }

    @Test
    void readsWhatTheContractsSay() {
        on(3, SETTLED);
        on(4, CANCELLED);
        on(5, VOIDED);

        List<ScopeEntry> known = desk.entries
                .of(Facts.scope(Facts.PERSON, 'a', "1"))
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(known).hasSize(2);
        assertThat(known.getFirst()).isInstanceOfSatisfying(Settled.class, settled -> {
            assertThat(settled.entryId()).isEqualTo(PERSON + ":0000000003");
            assertThat(settled.at()).isEqualTo(Events.TIME);
            assertThat(settled.totalCost().isPositive()).isTrue();
            assertThat(settled.totalCost()).isEqualTo(settled.fundPay().plus(settled.personalPay()));
            assertThat(settled.filingId()).isNotBlank();
            assertThat(settled.filingCategory()).isEqualTo("RETIRED_RESETTLED");
            assertThat(settled.decidedOn()).isEqualTo(Facts.DAY);
        });
        assertThat(known.getLast())
                .isEqualTo(new Undone(PERSON + ":0000000004", 4, Events.TIME, "CANCELLED", PERSON + ":0000000003"));
        assertThat(heads.of(Facts.PERSON).block()).satisfies(head -> {
            assertThat(head.seq()).isEqualTo(5);
            assertThat(VOIDED).contains(head.hash());
        });
    }

    @Test
    void followsThroughEntriesThatConcernNoScope() {
        FakeHeads fresh = new FakeHeads();
        SettlementTopic fromTheBeginning =
                new SettlementTopic(new FollowChain(fresh, owner, desk.recordEntry, desk.meters));
        for (String contract : List.of("opened", "credited", "settled", "cancelled", "voided")) {
            String text = EventContract.text("settlement.settlement.v1-" + contract);
            long seq = fresh.of(Facts.PERSON)
                            .map(PersonHead::seq)
                            .defaultIfEmpty(0L)
                            .blockOptional()
                            .orElseThrow()
                    + 1;
            fromTheBeginning
                    .on(Events.received(PERSON, seq, EventContract.grown(text)))
                    .block();
        }

        assertThat(fresh.of(Facts.PERSON).map(PersonHead::seq).block()).isEqualTo(5);
    }

    @Test
    void readsAReversal() {
        for (long seq = 3; seq <= 6; seq++) {
            heads.advance(new PersonHead(Facts.PERSON, seq, "before")).block();
        }

        on(7, EventContract.text("settlement.settlement.v1-reversed"));

        assertThat(desk.entries.of(Facts.scope(Facts.PERSON, 'b', "1")).blockFirst())
                .isEqualTo(new Undone(PERSON + ":0000000007", 7, Events.TIME, "REVERSED", PERSON + ":0000000006"));
    }

    @Test
    void takesTheFirstDayOfTheCareWhereNoDecidingDayIsTold() {
        on(3, SETTLED.replace("\"decidedOn\"", "\"notTold\"").replace("2019-09-10", "2019-09-08"));

        assertThat(desk.entries.of(Facts.scope(Facts.PERSON, 'a', "1")).blockFirst())
                .isInstanceOfSatisfying(
                        Settled.class,
                        settled -> assertThat(settled.decidedOn()).isEqualTo(LocalDate.of(2019, 9, 8)));
    }

    @ParameterizedTest
    @CsvSource({
        "personId, person",
        "visitId, visit",
        "'\"hash\"', '\"hush\"'",
        "totalCostFen, totalFen",
        "2019-09-10, tomorrow",
        "'\"seq\": 3', '\"seq\": 4'",
        "'{', '['",
    })
    void takesNothingElseForAnEntry(String good, String bad) {
        assertThatExceptionOfType(PoisonEvent.class).isThrownBy(() -> on(3, SETTLED.replace(good, bad)));
        assertThat(heads.of(Facts.PERSON).map(PersonHead::seq).block()).isEqualTo(2);
    }

    @Test
    void parksAnEntryWhosePredecessorsDoNotExist() {
        assertThatExceptionOfType(PoisonEvent.class).isThrownBy(() -> on(5, VOIDED));
    }

    private void on(long version, String body) {
        topic.on(Events.received(PERSON, version, body)).block();
    }
}
