package io.crosscare.settlement.eligibility;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.eligibility.CopyRebuild.Part;
import io.crosscare.settlement.eligibility.RebuildCopies.Requested;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rebuilding comes to, whatever the copies are stored in. */
public abstract class RebuildCopiesContract {

    private static final Instant NOW = Instant.parse("2019-06-03T01:02:03.004Z");
    private static final List<CopiedTopic> FILINGS = List.of(CopiedTopic.FILING);

    private final FakeOwnersRecords owners = new FakeOwnersRecords();
    private Stores stores;
    private RebuildCopies rebuild;

    /** The same copies, seen by those who decide and by those who mend, and the latest rebuilding. */
    public record Stores(ReadModels readModels, StoredCopies copies, CopyRebuilds rebuilds) {}

    /** Empty. */
    protected abstract Stores stores();

    @BeforeEach
    void begin() {
        stores = stores();
        rebuild = rebuildAt(NOW);
    }

    @Test
    void fillsWhatIsEmpty() {
        owners.has(CopiedTopic.FILING, filing('a', 1), filing('b', 4), filing('c', 1), filing('d', 2));
        owners.has(CopiedTopic.INSURED_PERSON, Facts.person(Facts.ZHENJIANG, PersonType.RETIRED));

        List<Part> parts = rebuild(List.of(CopiedTopic.FILING, CopiedTopic.INSURED_PERSON));

        assertThat(parts)
                .containsExactly(
                        new Part(CopiedTopic.FILING, 4, 4, 0, 0, true),
                        new Part(CopiedTopic.INSURED_PERSON, 1, 1, 0, 0, true));
        assertThat(copiedFilings())
                .containsExactlyInAnyOrder(filing('a', 1), filing('b', 4), filing('c', 1), filing('d', 2));
        assertThat(await(stores.copies().count(CopiedTopic.FILING))).isEqualTo(4);
    }

    @Test
    void bringsUpWhatIsOld() {
        keep(filing('a', 1), filing('b', 3));
        owners.has(CopiedTopic.FILING, filing('a', 2), filing('b', 3));

        assertThat(rebuild(FILINGS)).containsExactly(new Part(CopiedTopic.FILING, 2, 0, 1, 0, true));
        assertThat(copiedFilings()).containsExactlyInAnyOrder(filing('a', 2), filing('b', 3));
    }

    @Test
    void writesAgainWhatHasTheRightVersionAndTheWrongContent() {
        keep(new FilingFacts(
                filing('a', 1).id(),
                Entries.PERSON,
                Facts.NANJING,
                "TRANSFER",
                LocalDate.EPOCH,
                null,
                "EFFECTIVE",
                null,
                1));
        owners.has(CopiedTopic.FILING, filing('a', 1));

        rebuild(FILINGS);

        assertThat(copiedFilings()).containsExactly(filing('a', 1));
    }

    /** As after the owner's store was put back to an earlier day. */
    @Test
    void takesBackWhatItsOwnerDoesNotHaveOrHasInAnEarlierVersion() {
        keep(filing('a', 5), filing('b', 1), filing('e', 1));
        owners.has(CopiedTopic.FILING, filing('a', 2), filing('c', 1));

        assertThat(rebuild(FILINGS)).containsExactly(new Part(CopiedTopic.FILING, 2, 1, 0, 3, true));
        assertThat(copiedFilings()).containsExactlyInAnyOrder(filing('a', 2), filing('c', 1));
    }

    @Test
    void leavesAloneWhatChangedAtItsOwnerSinceThePageWasTold() {
        owners.has(CopiedTopic.FILING, filing('a', 1));
        owners.afterPage(() -> {
            owners.has(CopiedTopic.FILING, filing('a', 2), filing('0', 1));
            keep(filing('a', 2), filing('0', 1));
        });

        assertThat(rebuild(FILINGS)).containsExactly(new Part(CopiedTopic.FILING, 1, 0, 0, 0, true));
        assertThat(copiedFilings()).containsExactlyInAnyOrder(filing('a', 2), filing('0', 1));
    }

    @Test
    void leavesOtherTopicsAlone() {
        InstitutionFacts institution = Facts.institution(Facts.SHANGHAI);
        stores.readModels().keep(institution).block();

        rebuild(FILINGS);

        assertThat(await(stores.readModels().institution(institution.code()))).isEqualTo(institution);
    }

    @Test
    void failsWhenAnOwnerIsSilentAndChangesNothing() {
        keep(filing('a', 1));
        owners.isSilentAbout(CopiedTopic.FILING);

        List<Part> parts = rebuild(FILINGS);

        assertThat(parts).containsExactly(new Part(CopiedTopic.FILING, 0, 0, 0, 0, false));
        assertThat(await(stores.rebuilds().latest()).hasFailed()).isTrue();
        assertThat(await(stores.rebuilds().latest()).endedAt()).isEqualTo(NOW);
        assertThat(copiedFilings()).containsExactly(filing('a', 1));
    }

    @Test
    void runsOneAtATime() {
        Requested first = await(rebuild.request(FILINGS, "operator"));
        Requested second = await(rebuild.request(FILINGS, "operator"));

        assertThat(first).isInstanceOf(Requested.Begun.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Requested.Busy.class,
                        busy -> assertThat(busy.running()).isEqualTo(((Requested.Begun) first).rebuild()));

        rebuild.turn().block();

        assertThat(await(rebuild.request(FILINGS, "operator"))).isInstanceOf(Requested.Begun.class);
    }

    @Test
    void takesThePlaceOfOneWhoseProcessHasGoneSilent() {
        await(rebuild.request(FILINGS, "operator"));
        RebuildCopies later = rebuildAt(NOW.plus(CopyRebuild.SILENT_MAX).plus(Duration.ofSeconds(1)));

        assertThat(await(later.request(FILINGS, "operator"))).isInstanceOf(Requested.Begun.class);
    }

    private List<Part> rebuild(List<CopiedTopic> topics) {
        await(rebuild.request(topics, "operator"));
        rebuild.turn().block();
        return await(stores.rebuilds().latest()).parts();
    }

    private RebuildCopies rebuildAt(Instant now) {
        return new RebuildCopies(
                owners, stores.copies(), stores.rebuilds(), RandomIds.secure(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void keep(FilingFacts... filings) {
        for (FilingFacts filing : filings) {
            stores.readModels().keep(filing).block();
        }
    }

    private List<FilingFacts> copiedFilings() {
        return await(stores.readModels().filings(Entries.PERSON).collectList());
    }

    private static FilingFacts filing(char letter, long version) {
        return new FilingFacts(
                "f" + String.valueOf(letter).repeat(26),
                Entries.PERSON,
                Facts.SHANGHAI,
                "TRANSFER",
                LocalDate.of(2019, 1, 1),
                null,
                "EFFECTIVE",
                null,
                version);
    }
}
