package io.crosscare.filing.lodging;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.FilingFeed.Recorded;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.FilingVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every implementation of {@link FilingFeed} promises; each test begins with an empty feed. */
public abstract class FilingFeedContract {

    private static final int FILINGS = 40;
    private final RandomIds ids = RandomIds.secure();

    /** The same feed as another process has it. */
    protected abstract FilingFeed feed();

    @Test
    void givesEveryVersionOnePlaceWithoutGaps() {
        List<FilingVersion> versions =
                Stream.generate(this::version).limit(FILINGS).toList();

        List<Boolean> first = all(Flux.fromIterable(versions).concatMap(feed()::tell));
        List<Boolean> again = all(Flux.fromIterable(versions).concatMap(feed()::tell));

        assertThat(first).hasSize(FILINGS).containsOnly(true);
        assertThat(again).hasSize(FILINGS).containsOnly(false);
        List<Recorded> told = all(feed().following(0, 200));
        assertThat(told).extracting(Recorded::filing).containsExactlyElementsOf(versions);
        assertThat(told).extracting(Recorded::seq).containsExactlyElementsOf(places());
        assertThat(all(feed().following(FILINGS - 2, 200))).hasSize(2);
        assertThat(all(feed().following(3, 2))).extracting(Recorded::seq).containsExactly(4L, 5L);
        assertThat(all(feed().following(FILINGS, 200))).isEmpty();
    }

    @Test
    void leavesNoGapAmongProcessesThatTellTheSame() {
        List<FilingVersion> versions =
                Stream.generate(this::version).limit(FILINGS).toList();

        List<Boolean> isNew = all(Flux.just(feed(), feed(), feed())
                .flatMap(process -> Flux.fromIterable(versions).concatMap(process::tell)));

        assertThat(isNew).filteredOn(one -> one).hasSize(FILINGS);
        assertThat(all(feed().following(0, 200))).extracting(Recorded::seq).containsExactlyElementsOf(places());
    }

    private static List<Long> places() {
        return LongStream.rangeClosed(1, FILINGS).boxed().toList();
    }

    private FilingVersion version() {
        FilingTerms terms = new FilingTerms(
                ids.nextPersonId(),
                new RegionCode("321100"),
                new RegionCode("310000"),
                FilingCategory.TRANSFER,
                new FilingPeriod(LocalDate.parse("2019-05-01"), LocalDate.parse("2020-04-30")),
                FilingChannel.COUNTER,
                "补办");
        Instant at = Instant.parse("2019-06-03T01:02:03.004Z");
        return FilingVersion.of(Filing.Effective.lodge(new FilingId(ids.next('f')), terms, "agency", at));
    }

    private static <T> List<T> all(Flux<T> values) {
        return values.collectList().blockOptional().orElseThrow();
    }
}
