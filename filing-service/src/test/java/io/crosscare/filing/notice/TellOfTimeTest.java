package io.crosscare.filing.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.lodging.FakeFilings;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.Filings.Kept;
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.model.Ending;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingBasis;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.FilingContent;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.Promise;
import io.crosscare.filing.lodging.pack.FilingRulesPack;
import io.crosscare.filing.notice.model.Notice;
import io.crosscare.filing.notice.model.NoticeId;
import io.crosscare.filing.notice.model.NoticeKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** Days pass: each says what it has to say once, in its time or late. */
class TellOfTimeTest {

    /** 23:30 in China on 1 December 2019; the day before was told. */
    private final MovingClock clock = new MovingClock(Instant.parse("2019-12-01T15:30:00Z"));

    private final RandomIds ids = new RandomIds(new Random(31));
    private final PersonId person = ids.nextPersonId();
    private final FakeFilings filings = new FakeFilings();
    private final FakeNotices notices = new FakeNotices();
    private final FilingRules rules = FilingRulesPack.load("/filing-rules.json");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TellOfTime time = new TellOfTime(filings, rules, notices, clock, meters);
    private int lodged;

    @Test
    void saysNothingOfDaysBeforeItsFirst() {
        lodge("2019-11-30", null);

        time.catchUp().block();

        assertThat(told()).isEmpty();
    }

    /** A period ends with the year, the school year or any other day, in China. */
    @ParameterizedTest
    @CsvSource({
        "2019-12-31,2019-12-31T15:59:59Z,2019-12-31T16:00:00Z",
        "2020-08-31,2020-08-31T15:59:59Z,2020-08-31T16:00:00Z",
        "2020-02-29,2020-02-29T15:59:59Z,2020-02-29T16:00:00Z",
    })
    void saysThatAFilingHasEndedWhenItsLastDayIsOver(LocalDate lastDay, Instant still, Instant over) {
        time.catchUp().block();
        Filing filing = lodge(lastDay.toString(), null);

        goTo(still);
        time.catchUp().block();
        assertThat(told(NoticeKind.FILING_ENDED)).isEmpty();

        goTo(over);
        time.catchUp().block();
        assertThat(told(NoticeKind.FILING_ENDED)).singleElement().satisfies(notice -> {
            assertThat(notice.filingId()).isEqualTo(filing.id());
            assertThat(notice.on()).isEqualTo(lastDay);
        });
    }

    @Test
    void warnsThirtyDaysBeforeAFilingEnds() {
        time.catchUp().block();
        lodge("2020-01-01", null);
        goTo(Instant.parse("2019-12-01T15:59:59Z"));
        time.catchUp().block();
        assertThat(told()).isEmpty();

        goTo(Instant.parse("2019-12-01T16:00:00Z"));
        time.catchUp().block();

        assertThat(told())
                .extracting(Notice::kind, Notice::on)
                .containsExactly(tuple(NoticeKind.FILING_ENDING, LocalDate.parse("2020-01-01")));
    }

    @Test
    void remindsBeforeAPromiseIsDueAndSaysWhenItIsOverdue() {
        time.catchUp().block();
        Filing filing = lodge(null, "2019-12-20");

        goTo(Instant.parse("2019-12-12T16:00:00Z"));
        time.catchUp().block();
        assertThat(told()).extracting(Notice::kind).containsExactly(NoticeKind.PROMISE_DUE);

        goTo(Instant.parse("2019-12-20T16:00:00Z"));
        time.catchUp().block();
        assertThat(told()).extracting(Notice::kind).containsExactly(NoticeKind.PROMISE_DUE, NoticeKind.PROMISE_OVERDUE);
        assertThat(filings.find(filing.id()).blockOptional().orElseThrow()).isEqualTo(filing);
    }

    /** Entered on 10 December, whenever it was signed: told once, no sooner than with that day, in time or weeks later. */
    @ParameterizedTest
    @CsvSource({
        // due | the day that brings the reminder | the day that brings the word that it is overdue
        "2019-11-01,,2019-12-10",
        "2019-12-09,,2019-12-10",
        "2019-12-10,,2019-12-10",
        "2019-12-11,2019-12-10,2019-12-11",
        "2019-12-17,2019-12-10,2019-12-17",
        "2019-12-18,2019-12-10,2019-12-18",
        "2019-12-19,2019-12-11,2019-12-19",
    })
    void saysOnceOfAPromiseThatWasEnteredLate(LocalDate due, @Nullable LocalDate reminder, LocalDate overdue) {
        FakeNotices silent = new FakeNotices();
        TellOfTime late = new TellOfTime(filings, rules, silent, clock, meters);
        time.catchUp().then(late.catchUp()).block();
        goTo(Instant.parse("2019-12-10T01:00:00Z"));
        lodge(null, due.toString());

        for (int day = 0; day < 20; day++) {
            clock.advance(Duration.ofDays(1));
            time.catchUp().block();
        }
        late.catchUp().block();

        assertThat(told()).allSatisfy(notice -> assertThat(notice.on()).isEqualTo(due));
        assertThat(told(NoticeKind.PROMISE_DUE))
                .extracting(notice -> notice.id().passed())
                .isEqualTo(reminder == null ? List.of() : List.of(reminder));
        assertThat(told(NoticeKind.PROMISE_OVERDUE))
                .extracting(notice -> notice.id().passed())
                .containsExactly(overdue);
        assertThat(idsIn(silent)).isEqualTo(idsIn(notices));
    }

    @Test
    void saysEverythingOnceAfterWeeksOfSilence() {
        time.catchUp().block();
        lodge("2020-01-01", null);
        lodge("2020-01-15", null);
        lodge(null, "2020-01-10");

        goTo(Instant.parse("2020-02-10T00:00:00Z"));
        time.catchUp().block();
        time.catchUp().block();

        assertThat(told())
                .extracting(Notice::kind)
                .containsExactlyInAnyOrder(
                        NoticeKind.FILING_ENDING,
                        NoticeKind.FILING_ENDED,
                        NoticeKind.FILING_ENDING,
                        NoticeKind.FILING_ENDED,
                        NoticeKind.PROMISE_DUE,
                        NoticeKind.PROMISE_OVERDUE);
        assertThat(meters.counter("crosscare.filing.notices", "kind", "FILING_ENDED")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        time.catchUp().block();
        for (int i = 0; i < 30; i++) {
            lodge("2020-01-01", null);
        }
        goTo(Instant.parse("2020-01-02T00:00:00Z"));
        notices.failAfter(40);

        assertThat(time.catchUp()
                        .onErrorComplete()
                        .then(Mono.defer(() -> notices.lastDayTold(Telling.TIME)))
                        .blockOptional())
                .contains(LocalDate.parse("2019-12-31"));
        notices.failAfter(Integer.MAX_VALUE);
        time.catchUp().block();

        assertThat(told(NoticeKind.FILING_ENDED)).hasSize(30).doesNotHaveDuplicates();
        assertThat(told(NoticeKind.FILING_ENDING)).hasSize(30);
    }

    @Test
    void saysEverythingOnceFromTwoProcesses() {
        TellOfTime other = new TellOfTime(filings, rules, notices, clock, meters);
        time.catchUp().block();
        for (int i = 0; i < 30; i++) {
            lodge("2019-12-31", null);
        }
        goTo(Instant.parse("2020-01-01T00:00:00Z"));

        time.catchUp().mergeWith(other.catchUp()).blockLast();

        assertThat(told(NoticeKind.FILING_ENDED)).hasSize(30);
        assertThat(meters.counter("crosscare.filing.notices", "kind", "FILING_ENDED")
                        .count())
                .isEqualTo(30);
    }

    @Test
    void saysNothingOfAFilingThatWasWithdrawn() {
        time.catchUp().block();
        Filing.Effective filing = lodge("2019-12-31", "2019-12-31");
        LocalDate from = LocalDate.parse("2019-12-05");
        Filing ended = filing.end(
                Ending.Cause.WITHDRAWN,
                from,
                null,
                new FilingChange(FilingChange.Action.WITHDRAWN, clock.instant(), "agency", "不再需要", from));
        filings.findKept(filing.id())
                .flatMap(kept ->
                        filings.replace(new Kept(ended, kept.numbers(), kept.receipt(), kept.acts(), kept.untold())))
                .block();

        goTo(Instant.parse("2020-02-01T00:00:00Z"));
        time.catchUp().block();

        assertThat(told()).isEmpty();
    }

    private void goTo(Instant instant) {
        clock.advance(Duration.between(clock.instant(), instant));
    }

    private Filing.Effective lodge(@Nullable String to, @Nullable String promiseDueOn) {
        FilingTerms terms = new FilingTerms(
                person,
                People.ZHENJIANG,
                new RegionCode("310000"),
                FilingCategory.LONG_TERM_RESIDENT,
                new FilingPeriod(LocalDate.parse("2019-01-01"), to == null ? null : LocalDate.parse(to)),
                FilingChannel.COUNTER,
                null);
        Filing.Effective filing = Filing.Effective.lodge(
                new FilingContent(
                        new FilingId(ids.next('f')),
                        terms,
                        FilingBasis.OF_AGENCY,
                        promiseDueOn == null ? null : Promise.open(LocalDate.parse(promiseDueOn)),
                        null,
                        null,
                        clock.instant(),
                        1,
                        List.of()),
                "agency-zhenjiang");
        filings.add(filing, ++lodged, new Receipt(ids.next('k'), "content")).block();
        return filing;
    }

    private List<Notice> told(NoticeKind kind) {
        return told().stream().filter(notice -> notice.kind() == kind).toList();
    }

    private List<Notice> told() {
        return listOf(notices);
    }

    private List<NoticeId> idsIn(Notices some) {
        return listOf(some).stream().map(Notice::id).toList();
    }

    private List<Notice> listOf(Notices some) {
        return some.list(new Notices.Query(rules.regions(), person, null, null, 1000))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
