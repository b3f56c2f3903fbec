package io.crosscare.filing.lodging;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.Filings.Adding;
import io.crosscare.filing.lodging.Filings.Kept;
import io.crosscare.filing.lodging.Filings.Query;
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.Filings.Receipted;
import io.crosscare.filing.lodging.model.DoctorTitle;
import io.crosscare.filing.lodging.model.Employer;
import io.crosscare.filing.lodging.model.Ending;
import io.crosscare.filing.lodging.model.FactName;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingBasis;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.FilingContent;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingState;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.FilingVersion;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.LodgerKind;
import io.crosscare.filing.lodging.model.Promise;
import io.crosscare.filing.lodging.model.Referral;
import io.crosscare.filing.lodging.model.Residence;
import io.crosscare.filing.lodging.model.ResidenceGround;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import io.crosscare.filing.lodging.model.StatedFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every implementation of {@link Filings} promises. */
public abstract class FilingsContract {

    private static final RegionCode ZHENJIANG = new RegionCode("321100");
    private static final Instant NOW = Instant.parse("2019-06-03T01:02:03.004Z");
    private final RandomIds ids = RandomIds.secure();
    private final PersonId person = ids.nextPersonId();

    protected abstract Filings filings();

    @Test
    void givesBackWhatWasAdded() {
        Filing shanghai = filing("310000", "2020-12-31", "补办");
        Filing hangzhou = filing("330100", null, null);
        Receipt receipt = receipt();

        add(shanghai, 1, receipt, Adding.ADDED);
        add(hangzhou, 2, receipt(), Adding.ADDED);

        expect(filings().find(shanghai.id()), shanghai);
        expect(filings().find(hangzhou.id()), hangzhou);
        expect(filings().findByKey(receipt.key()), new Receipted(shanghai, receipt));
        filings()
                .ofPerson(person)
                .as(StepVerifier::create)
                .assertNext(all -> assertThat(all).containsExactlyInAnyOrder(shanghai, hangzhou))
                .verifyComplete();
    }

    @Test
    void isEmptyForWhatItDoesNotKnow() {
        filings().find(new FilingId(ids.next('f'))).as(StepVerifier::create).verifyComplete();
        filings().findByKey(ids.next('k')).as(StepVerifier::create).verifyComplete();
        expect(filings().ofPerson(person), List.of());
    }

    @Test
    void takesAKeyOnce() {
        Receipt receipt = receipt();
        add(filing("310000", null, null), 1, receipt, Adding.ADDED);

        add(filing("330100", null, null), 2, new Receipt(receipt.key(), "other"), Adding.KEY_TAKEN);

        filings()
                .ofPerson(person)
                .as(StepVerifier::create)
                .assertNext(all -> assertThat(all).hasSize(1))
                .verifyComplete();
    }

    @Test
    void takesANumberOfAPersonOnce() {
        add(filing("310000", null, null), 1, receipt(), Adding.ADDED);

        add(filing("330100", null, null), 1, receipt(), Adding.NUMBER_TAKEN);
    }

    @Test
    void listsInTheOrderOfIdsFromAfterTheCursor() {
        for (int i = 1; i <= 5; i++) {
            add(filing("33010" + i, null, null), i, receipt(), Adding.ADDED);
        }

        List<FilingId> all = list(null, 10);
        List<FilingId> rest = list(all.get(1), 2);

        assertThat(all)
                .hasSize(5)
                .isSortedAccordingTo((one, other) -> one.value().compareTo(other.value()));
        assertThat(rest).isEqualTo(all.subList(2, 4));
    }

    @Test
    void tellsAllPageByPage() {
        Filing one = filing("310000", null, null);
        Filing other = filing("330100", null, null);
        add(one, 1, receipt(), Adding.ADDED);
        add(other, 2, receipt(), Adding.ADDED);

        List<Filing> all = pages();

        assertThat(all).contains(one, other).doesNotHaveDuplicates();
        assertThat(all).extracting(filing -> filing.id().value()).isSorted();
    }

    private List<Filing> pages() {
        List<Filing> all = new ArrayList<>();
        List<Filing> page = page(null);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page(page.getLast().id());
        }
        return all;
    }

    private List<Filing> page(@Nullable FilingId after) {
        List<Filing> page = filings().all(after, 1).collectList().block();
        return page == null ? List.of() : page;
    }

    @Test
    void showsNothingOfRegionsThatWereNotAskedFor() {
        add(filing("310000", null, null), 1, receipt(), Adding.ADDED);
        Query ofNanjing = new Query(Set.of(new RegionCode("320100")), person, null, null, null, 10);
        Query ofNobody = new Query(Set.of(), person, null, null, null, 10);

        filings().list(ofNanjing).as(StepVerifier::create).verifyComplete();
        filings().list(ofNobody).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void keepsAFilingUnpublishedUntilThatVersionIsMarked() {
        Filing filing = filing("310000", null, null);
        add(filing, 1, receipt(), Adding.ADDED);

        filings().markPublished(filing.id(), 0).as(StepVerifier::create).verifyComplete();
        boolean isStillPending = isPending(filing);
        filings().markPublished(filing.id(), 1).as(StepVerifier::create).verifyComplete();

        assertThat(isStillPending).isTrue();
        assertThat(isPending(filing)).isFalse();

        filings().markAllUnpublished().as(StepVerifier::create).verifyComplete();
        assertThat(isPending(filing)).isTrue();
    }

    @Test
    void putsTheNextVersionInThePlaceOfTheOneBeforeOnly() {
        Filing lodged = filing("310000", null, null);
        Receipt receipt = receipt();
        add(lodged, 1, receipt, Adding.ADDED);
        filings().markPublished(lodged.id(), 1).as(StepVerifier::create).verifyComplete();
        Kept kept = new Kept(lodged, 1, receipt, List.of());
        Filing ended = ((Filing.Effective) lodged)
                .end(
                        Ending.Cause.WITHDRAWN,
                        LocalDate.parse("2019-07-01"),
                        null,
                        new FilingChange(
                                FilingChange.Action.WITHDRAWN, NOW, "agency", "不再需要", LocalDate.parse("2019-07-01")));
        Kept next = kept.after(ended, receipt());

        expect(filings().replace(next), true);
        expect(filings().replace(next), false);

        expect(filings().findKept(lodged.id()), next);
        assertThat(isPending(ended)).isTrue();
    }

    @Test
    void letsAFilingTakeANumberThatNobodyHasAndNeverGivesOneBack() {
        Filing.Effective first = (Filing.Effective) filing("310000", "2020-04-30", null);
        Filing second = filing("330100", null, null);
        add(first, 1, receipt(), Adding.ADDED);
        Filing longer = first.changeEnd(second.terms().period(), step(FilingChange.Action.CHANGED));
        Kept before = keptOf(first);
        add(second, 2, receipt(), Adding.ADDED);

        expect(filings().replace(before.after(longer, receipt()).taking(2)), false);
        expect(filings().find(first.id()), first);
        expect(filings().rollOf(person).map(Filings.Roll::nextNumber), 3);
        Kept longerThan = keptOf(first).after(longer, receipt()).taking(3);
        expect(filings().replace(longerThan), true);

        expect(filings().findKept(first.id()), longerThan);
        expect(filings().rollOf(person).map(Filings.Roll::nextNumber), 4);
        add(filing("330200", null, null), 1, receipt(), Adding.NUMBER_TAKEN);
        add(filing("330200", null, null), 3, receipt(), Adding.NUMBER_TAKEN);
        add(filing("330200", null, null), 4, receipt(), Adding.ADDED);
    }

    @Test
    void remembersEveryVersionThatIsUntoldUntilThatVersionIsMarked() {
        Filing.Effective lodged = (Filing.Effective) filing("310000", null, "补办");
        add(lodged, 1, receipt(), Adding.ADDED);
        FilingPeriod shorter = new FilingPeriod(LocalDate.parse("2019-05-01"), LocalDate.parse("2020-04-30"));
        Filing.Effective changed = lodged.changeEnd(shorter, step(FilingChange.Action.CHANGED));
        Filing.Effective again = changed.changeEnd(lodged.terms().period(), step(FilingChange.Action.CHANGED));
        expect(filings().replace(keptOf(lodged).after(changed, receipt())), true);

        filings().markTold(lodged.id(), 1).as(StepVerifier::create).verifyComplete();
        List<FilingVersion> both = untold(lodged.id());
        filings().markTold(lodged.id(), 2).as(StepVerifier::create).verifyComplete();
        List<FilingVersion> none = untold(lodged.id());
        expect(filings().replace(keptOf(lodged).after(again, receipt())), true);

        assertThat(both).containsExactly(FilingVersion.of(lodged), FilingVersion.of(changed));
        assertThat(both.getFirst().terms().reason()).isNull();
        assertThat(none).isEmpty();
        assertThat(untold(lodged.id())).containsExactly(FilingVersion.of(again));
    }

    private static FilingChange step(FilingChange.Action action) {
        return new FilingChange(action, NOW, "agency-zhenjiang", "更正", LocalDate.parse("2020-05-01"));
    }

    private Kept keptOf(Filing filing) {
        return filings().findKept(filing.id()).blockOptional().orElseThrow();
    }

    private List<FilingVersion> untold(FilingId id) {
        return filings()
                .untold(1000)
                .filter(kept -> kept.filing().id().equals(id))
                .flatMapIterable(Kept::untold)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void givesBackEverythingAFilingMayHold() {
        Filing full = Filing.Submitted.submit(fullContent(), "his-gulou");
        add(full, 1, receipt(), Adding.ADDED);

        expect(filings().find(full.id()), full);
        List<Filing> replacing = filings()
                .replacing(1000)
                .filter(filing -> filing.terms().personId().equals(person))
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(replacing).containsExactly(full);
    }

    private FilingContent fullContent() {
        StatedFacts facts = new StatedFacts(
                new Residence(ResidenceGround.HOUSEHOLD_MOVED, LocalDate.parse("2019-01-01"), new RegionCode("310104")),
                new Employer(ZHENJIANG, "某公司"),
                new Referral(
                        new InstitutionCode("H32110000001"),
                        InstitutionLevel.L3,
                        DoctorTitle.CHIEF,
                        LocalDate.parse("2019-04-30"),
                        true),
                true,
                List.of("SOCIAL_SECURITY_CARD"));
        return new FilingContent(
                new FilingId(ids.next('f')),
                filing("310000", null, "补办").terms(),
                new FilingBasis(
                        facts,
                        Set.of(FactName.MATERIALS),
                        LodgerKind.HOSPITAL,
                        new InstitutionCode("H32110000001"),
                        true),
                Promise.open(LocalDate.parse("2019-06-30")),
                SpecialTreatment.declared("ST04", person + ":0000000001"),
                new FilingId(ids.next('f')),
                NOW,
                1,
                List.of());
    }

    /** Each day finds its own, also the promise that was overdue when it was entered. */
    @Test
    void findsThePromisesThatAreOverdueAfterADay() {
        Filing late = promised("330100", "2019-01-31");
        Filing soon = promised("330200", "2019-06-04");
        Filing later = promised("330300", "2019-07-01");
        add(late, 1, receipt(), Adding.ADDED);
        add(soon, 2, receipt(), Adding.ADDED);
        add(later, 3, receipt(), Adding.ADDED);

        assertThat(promisedFor("2019-06-03")).containsExactly(late.id());
        assertThat(promisedFor("2019-06-03", "2019-06-04")).containsExactlyInAnyOrder(late.id(), soon.id());
        assertThat(promisedFor("2019-01-31", "2019-06-05")).isEmpty();
    }

    private Filing promised(String careRegion, String dueOn) {
        FilingContent first = new FilingContent(
                new FilingId(ids.next('f')),
                filing(careRegion, null, "补办").terms(),
                FilingBasis.OF_AGENCY,
                Promise.open(LocalDate.parse(dueOn)),
                null,
                null,
                NOW,
                1,
                List.of());
        return Filing.Effective.lodge(first, "agency-zhenjiang");
    }

    private List<FilingId> promisedFor(String... days) {
        return filings()
                .promisedFor(ZHENJIANG, Stream.of(days).map(LocalDate::parse).collect(Collectors.toSet()))
                .filter(filing -> filing.terms().personId().equals(person))
                .map(Filing::id)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private boolean isPending(Filing filing) {
        List<Filing> pending = filings()
                .unpublished(1000)
                .map(Filings.Unpublished::filing)
                .collectList()
                .blockOptional()
                .orElseThrow();
        return pending.contains(filing);
    }

    private List<FilingId> list(@Nullable FilingId after, int limit) {
        return filings()
                .list(new Query(Set.of(ZHENJIANG), person, null, FilingState.EFFECTIVE, after, limit))
                .map(Filing::id)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private void add(Filing filing, int number, Receipt receipt, Adding outcome) {
        expect(filings().add(filing, number, receipt), outcome);
    }

    private static <T> void expect(Mono<T> actual, T expected) {
        actual.as(StepVerifier::create).expectNext(expected).verifyComplete();
    }

    private Receipt receipt() {
        return new Receipt(ids.next('k'), ids.next('c'));
    }

    private Filing filing(String careRegion, @Nullable String to, @Nullable String reason) {
        FilingPeriod period = new FilingPeriod(LocalDate.parse("2019-05-01"), to == null ? null : LocalDate.parse(to));
        FilingTerms terms = new FilingTerms(
                person,
                ZHENJIANG,
                new RegionCode(careRegion),
                FilingCategory.LONG_TERM_RESIDENT,
                period,
                FilingChannel.COUNTER,
                reason);
        return Filing.Effective.lodge(new FilingId(ids.next('f')), terms, "agency-zhenjiang", NOW);
    }
}
