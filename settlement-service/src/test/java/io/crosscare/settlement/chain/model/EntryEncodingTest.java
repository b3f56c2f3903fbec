package io.crosscare.settlement.chain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The canonical form is fixed for ever: a hash that changes here would break every chain that is stored. */
class EntryEncodingTest {

    private final Head empty = Head.empty(Entries.PERSON);

    @Test
    void keepsTheHashOfEachKindInVersionC1() {
        assertThat(Entries.opening(empty, "golden").hash().value())
                .isEqualTo("89c9c32898ff1e61fc1d80596cfd211668cb0b98f135ee60bc15bf6a1af618cc");
        assertThat(Entries.credit(empty, "golden").hash().value())
                .isEqualTo("f0005b7d51e320396a1711e60ee98a6577d53b16fe03c64774d1b4341140364c");
        assertThat(Entries.settlement(Entries.headWithAccount(), "golden", Entries.visit('g'))
                        .hash()
                        .value())
                .isEqualTo("2d7276e46a0b8898a7441e3f6fed11441edb9e24b93610a7bfbb8a415d94987a");
        Settlement settlement = Entries.settlement(Entries.headWithAccount(), "golden", Entries.visit('g'));
        assertThat(Entries.undo(settlement, EntryKind.CANCELLATION, "golden")
                        .hash()
                        .value())
                .isEqualTo("2d4b71464822d5023f3f1914048313772075ef7b1ce0593fe44a12ddbab29e9e");
        assertThat(Entries.voided(Entries.headWithAccount(), "golden", "reversal")
                        .hash()
                        .value())
                .isEqualTo("5fef1eead904a74b1fa7b4091473d7ba46ad1ac3b34c4dd12bc24a9965e5ec04");
    }

    @Test
    void keepsTheHashOfASettlementThatSaysWhichDayDecidedInVersionC2() {
        Settlement settlement = Entries.settlement(Entries.headWithAccount(), "golden", Entries.visit('g'));

        assertThat(Entries.decidedOn(LocalDate.of(2019, 9, 10), settlement)
                        .hash()
                        .value())
                .isEqualTo("81cb1c25809863c5bce066f45635077d25555494011243c45c797149c6daab69");
        assertThat(Entries.decidedOn(LocalDate.of(2019, 9, 11), settlement).hash())
                .isNotEqualTo(
                        Entries.decidedOn(LocalDate.of(2019, 9, 10), settlement).hash());
    }

    @Test
    void keepsTheHashOfAnAdjustment() {
        Settlement settlement = Entries.settlement(Entries.headWithAccount(), "golden", Entries.visit('g'));
        Settlement adjustment = Entries.adjustment(Head.of(settlement), settlement, "golden");

        assertThat(adjustment.hash().value())
                .isEqualTo("6e08e6f068b2fc37004849b8359e671666bb0d1846b98c729ade9a346aa8ecc9");
        assertThat(Entries.adjustment(Head.of(settlement), settlement, "other").hash())
                .isNotEqualTo(adjustment.hash());
    }

    @Test
    void keepsTheHashOfAnExternal() {
        assertThat(Entries.external(Entries.headWithAccount(), 1, "golden")
                        .hash()
                        .value())
                .isEqualTo("c648c7f875998c705b555328deb1b5a33fb236e164f40d9b760007bc5442c593");
    }

    @Test
    void keepsTheHashOfAClosing() {
        assertThat(Entries.closing(Entries.headWithAccount(), "golden").hash().value())
                .isEqualTo("9c34be8f2ebe8e54bea4a06a51e639f54ff3058d0275e298a4172c3703d26f68");
    }

    @Test
    void changesWithEveryFieldThatDecides() {
        Head head = Entries.headWithAccount();
        Settlement one = Entries.settlement(head, "one", Entries.visit('a'));

        assertThat(List.of(
                        Entries.settlement(head, "two", Entries.visit('a')),
                        Entries.settlement(head, "one", Entries.visit('b')),
                        Entries.settlement(Head.of(Entries.credit(head, "later")), "one", Entries.visit('a'))))
                .extracting(Settlement::hash)
                .doesNotContain(one.hash())
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsNeighbouringFieldsApart() {
        assertThat(new CanonicalForm("t").text("ab").text("c").hash())
                .isNotEqualTo(new CanonicalForm("t").text("a").text("bc").hash());
        assertThat(new CanonicalForm("t").optionalText(null).hash())
                .isNotEqualTo(new CanonicalForm("t").optionalText("").hash());
        assertThat(new CanonicalForm("t").hash()).isNotEqualTo(new CanonicalForm("u").hash());
    }
}
