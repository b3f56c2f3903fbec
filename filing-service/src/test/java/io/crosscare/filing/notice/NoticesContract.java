package io.crosscare.filing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.notice.model.Notice;
import io.crosscare.filing.notice.model.NoticeId;
import io.crosscare.filing.notice.model.NoticeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every implementation of {@link Notices} promises. */
public abstract class NoticesContract {

    private static final RegionCode ZHENJIANG = new RegionCode("321100");
    private static final RegionCode NANJING = new RegionCode("320100");
    private final RandomIds ids = RandomIds.secure();
    private final PersonId person = ids.nextPersonId();

    protected abstract Notices notices();

    @Test
    void takesANoticeOnce() {
        Notice notice = notice("2019-12-31", NoticeKind.FILING_ENDED);

        notices().add(notice).as(StepVerifier::create).expectNext(true).verifyComplete();
        notices().add(notice).as(StepVerifier::create).expectNext(false).verifyComplete();

        assertThat(list(Set.of(ZHENJIANG), null, null)).containsExactly(notice);
    }

    @Test
    void listsInTheOrderOfDaysWhatIsAskedFor() {
        Notice second = add(notice("2020-01-01", NoticeKind.PROMISE_DUE));
        Notice first = add(notice("2019-12-31", NoticeKind.FILING_ENDED));

        assertThat(list(Set.of(ZHENJIANG), null, null)).containsExactly(first, second);
        assertThat(list(Set.of(ZHENJIANG), NoticeKind.PROMISE_DUE, null)).containsExactly(second);
        assertThat(list(Set.of(ZHENJIANG, NANJING), null, first.id())).containsExactly(second);
        assertThat(list(Set.of(NANJING), null, null)).isEmpty();
        assertThat(list(Set.of(), null, null)).isEmpty();
    }

    @Test
    void notesHowFarTheDaysWereToldAndNeverGoesBack() {
        LocalDate day = LocalDate.parse("2019-12-31");
        notices().tellDay(Telling.TIME, null, day).as(StepVerifier::create).verifyComplete();
        LocalDate first = notices().lastDayTold(Telling.TIME).blockOptional().orElseThrow();

        notices()
                .tellDay(Telling.TIME, null, day.minusDays(9))
                .as(StepVerifier::create)
                .verifyComplete();
        notices()
                .tellDay(Telling.TIME, first, first.plusDays(1))
                .as(StepVerifier::create)
                .verifyComplete();
        notices()
                .tellDay(Telling.TIME, first, first.plusDays(5))
                .as(StepVerifier::create)
                .verifyComplete();

        notices()
                .lastDayTold(Telling.TIME)
                .as(StepVerifier::create)
                .expectNext(first.plusDays(1))
                .verifyComplete();
    }

    @Test
    void keepsTheDaysOfEachTellingApart() {
        LocalDate day = LocalDate.parse("2019-12-31");
        notices().tellDay(Telling.TIME, null, day).as(StepVerifier::create).verifyComplete();
        LocalDate before = notices().lastDayTold(Telling.TIME).blockOptional().orElseThrow();

        notices()
                .tellDay(Telling.STAYS, null, day.minusDays(7))
                .as(StepVerifier::create)
                .verifyComplete();

        assertThat(notices().lastDayTold(Telling.TIME).blockOptional()).contains(before);
        assertThat(notices().lastDayTold(Telling.STAYS).blockOptional()).contains(day.minusDays(7));
    }

    @Test
    void takesTheFirstNoticeOfAFilingsLastDayWhicheverDayBringsIt() {
        Notice first = notice("2019-12-30", NoticeKind.ENDS_DURING_STAY);
        Notice later = first.broughtBy(LocalDate.parse("2019-12-31"));

        notices().addFirst(first).as(StepVerifier::create).expectNext(true).verifyComplete();
        notices().addFirst(later).as(StepVerifier::create).expectNext(false).verifyComplete();
        notices().addFirst(first).as(StepVerifier::create).expectNext(false).verifyComplete();

        assertThat(list(Set.of(ZHENJIANG), NoticeKind.ENDS_DURING_STAY, null)).containsExactly(first);
    }

    private Notice add(Notice notice) {
        notices().add(notice).as(StepVerifier::create).expectNext(true).verifyComplete();
        return notice;
    }

    private List<Notice> list(Set<RegionCode> regions, @Nullable NoticeKind kind, @Nullable NoticeId after) {
        return notices()
                .list(new Notices.Query(regions, person, kind, after, 100))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Notice notice(String passed, NoticeKind kind) {
        FilingId filing = new FilingId(ids.next('f'));
        return new Notice(
                new NoticeId(passed + "." + kind + "." + filing),
                kind,
                filing,
                person,
                ZHENJIANG,
                new RegionCode("310000"),
                LocalDate.parse(passed),
                Instant.parse("2020-01-02T03:04:05.006Z"));
    }
}
