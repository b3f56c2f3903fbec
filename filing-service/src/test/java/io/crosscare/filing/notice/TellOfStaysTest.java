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
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.pack.FilingRulesPack;
import io.crosscare.filing.notice.model.Notice;
import io.crosscare.filing.notice.model.OpenStay;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Who is in hospital while the filing ends is warned once, in time or late, and never passed over in silence. */
class TellOfStaysTest {

    private static final String LAST_DAY = "2020-01-31";

    /** 10:00 in China on 1 December 2019. */
    private final MovingClock clock = new MovingClock(Instant.parse("2019-12-01T02:00:00Z"));

    private final RandomIds ids = new RandomIds(new Random(32));
    private final FakeFilings filings = new FakeFilings();
    private final FakeNotices notices = new FakeNotices();
    private final FakeOpenStays stays = new FakeOpenStays();
    private final FilingRules rules = FilingRulesPack.load("/filing-rules.json");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TellOfStays telling = new TellOfStays(filings, rules, stays, notices, clock, meters);
    private final PersonId person = ids.nextPersonId();

    /** Stays as settlement-service would tell of them. */
    private static final class FakeOpenStays implements OpenStays {

        private final List<OpenStay> open = new ArrayList<>();
        private final List<Integer> asked = new ArrayList<>();
        private boolean isSilent;

        @Override
        public Mono<List<OpenStay>> of(Set<PersonId> persons) {
            return Mono.fromSupplier(() -> {
                asked.add(persons.size());
                if (isSilent) {
                    throw new IllegalStateException("settlement does not answer");
                }
                return open.stream()
                        .filter(stay -> persons.contains(stay.person()))
                        .toList();
            });
        }
    }

    @BeforeEach
    void begin() {
        tell();
    }

    @Test
    void warnsOnceWhenTheEndComesNear() {
        FilingId filing = lodge(person, LAST_DAY);
        admit("310104", "2019-12-20");

        goTo("2019-12-31");
        tell();
        assertThat(told()).isEmpty();
        goTo("2020-01-01");
        tell();
        goTo("2020-02-10");
        tell();

        assertThat(told())
                .extracting(Notice::filingId, Notice::on)
                .containsExactly(tuple(filing, LocalDate.parse(LAST_DAY)));
        assertThat(meters.counter("crosscare.filing.notices", "kind", "ENDS_DURING_STAY")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void warnsAlsoWhenTheStayBeginsLater() {
        lodge(person, LAST_DAY);
        goTo("2020-01-10");
        tell();
        assertThat(told()).isEmpty();
        admit("310000", "2020-01-15");

        goTo("2020-01-16");
        tell();

        assertThat(told()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // where | since
        "330100,2020-01-05",
        "310104,2018-12-31",
        "310104,2020-02-01",
    })
    void saysNothingOfAStayThatIsNotUnderTheFiling(String careRegion, String since) {
        lodge(person, LAST_DAY);
        admit(careRegion, since);

        goTo("2020-01-20");
        tell();

        assertThat(told()).isEmpty();
    }

    @Test
    void tellsTheDayAgainWhenNobodyKnowsWhoIsInHospital() {
        lodge(person, LAST_DAY);
        admit("310104", "2019-12-20");
        goTo("2020-01-02");
        stays.isSilent = true;
        telling.catchUp().as(StepVerifier::create).verifyError(IllegalStateException.class);
        telling.catchUp().as(StepVerifier::create).verifyError(IllegalStateException.class);
        assertThat(told()).isEmpty();
        stays.isSilent = false;

        tell();

        assertThat(told()).hasSize(1);
    }

    @Test
    void warnsOnceFromTwoProcessesAndAfterWeeksOfSilence() {
        lodge(person, LAST_DAY);
        admit("310104", "2019-12-20");
        goTo("2020-01-25");
        TellOfStays other = new TellOfStays(filings, rules, stays, notices, clock, meters);

        telling.catchUp().mergeWith(other.catchUp()).blockLast();

        assertThat(told()).hasSize(1);
    }

    @Test
    void asksOfBoundedNumbersOfPersons() {
        for (int i = 0; i < 450; i++) {
            lodge(ids.nextPersonId(), LAST_DAY);
        }

        goTo("2020-01-01");
        tell();

        assertThat(stays.asked).containsExactly(200, 200, 50);
    }

    private void tell() {
        telling.catchUp().as(StepVerifier::create).verifyComplete();
    }

    /** To noon of a day in China. */
    private void goTo(String day) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(day + "T04:00:00Z")));
    }

    private void admit(String careRegion, String since) {
        stays.open.add(new OpenStay(person, new RegionCode(careRegion), LocalDate.parse(since)));
    }

    private FilingId lodge(PersonId of, String to) {
        FilingTerms terms = new FilingTerms(
                of,
                People.ZHENJIANG,
                new RegionCode("310000"),
                FilingCategory.LONG_TERM_RESIDENT,
                new FilingPeriod(LocalDate.parse("2019-01-01"), LocalDate.parse(to)),
                FilingChannel.COUNTER,
                null);
        Filing filing = Filing.Effective.lodge(new FilingId(ids.next('f')), terms, "agency-zhenjiang", clock.instant());
        filings.add(filing, 1, new Receipt(ids.next('k'), "content")).block();
        return filing.id();
    }

    private List<Notice> told() {
        return notices.list(new Notices.Query(rules.regions(), null, null, null, 1000))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
