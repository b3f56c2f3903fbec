package io.crosscare.filing.lodging;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingVersion;
import io.crosscare.filing.lodging.model.SomeFilings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class TellChangesTest {

    private final FakeFilings filings = new FakeFilings();
    private final FakeFilingFeed feed = new FakeFilingFeed();
    private final TellChanges telling = new TellChanges(filings, feed);

    @Test
    void tellsEveryVersionAsItStoodThen() {
        Filing.Effective lodged = lodge();
        Filing.Effective changed = change(lodged, "2020-04-30");
        Filing.Effective again = change(changed, "2020-05-31");

        tell();
        tell();

        assertThat(feed.told())
                .containsExactly(FilingVersion.of(lodged), FilingVersion.of(changed), FilingVersion.of(again));
    }

    @Test
    void tellsTheRestAfterItsProcessHasEndedInBetween() {
        Filing.Effective lodged = lodge();
        Filing.Effective changed = change(lodged, "2020-04-30");
        feed.failAfter(1);
        telling.tell().as(StepVerifier::create).verifyError(IllegalStateException.class);
        Filing.Effective again = change(changed, "2020-05-31");
        feed.recover();

        tell();

        assertThat(feed.told()).extracting(FilingVersion::version).containsExactly(1L, 2L, 3L);
        assertThat(feed.told().getLast()).isEqualTo(FilingVersion.of(again));
    }

    private void tell() {
        telling.tell().as(StepVerifier::create).verifyComplete();
    }

    private Filing.Effective lodge() {
        Filing.Effective lodged = (Filing.Effective) SomeFilings.filing('a', "310000", "2019-05-01", null);
        filings.add(lodged, 1, new Receipt("k1", "c")).block();
        return lodged;
    }

    private Filing.Effective change(Filing.Effective filing, String to) {
        FilingChange step = new FilingChange(
                FilingChange.Action.CHANGED, Instant.parse("2019-06-04T00:00:00Z"), "agency", "更正", null);
        FilingPeriod period = new FilingPeriod(filing.terms().period().from(), LocalDate.parse(to));
        Filing.Effective changed = filing.changeEnd(period, step);
        List<Boolean> stored = filings.findKept(filing.id())
                .flatMap(kept -> filings.replace(kept.after(changed, new Receipt("k" + to, "c"))))
                .flux()
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(stored).containsExactly(true);
        return changed;
    }
}
