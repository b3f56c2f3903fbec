package io.crosscare.registry.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.registry.directory.NoInstitutions;
import io.crosscare.registry.upload.FakeUploads;
import io.crosscare.registry.upload.TakeOver;
import io.crosscare.registry.upload.model.Upload;
import io.crosscare.registry.upload.model.UploadState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeFilingsTest {

    private static final Instant NOW = Instant.parse("2019-11-21T00:00:00Z");
    private static final String CONTRACT = EventContract.text("filing.filing.v1");

    private final FakeUploads uploads = new FakeUploads();
    private final TakeFilings takeFilings = new TakeFilings(
            new TakeOver(uploads, new NoInstitutions(), String::valueOf, Clock.fixed(NOW, ZoneOffset.UTC)));

    @Test
    void makesEachNewVersionOfAFilingDueOnceWhateverTheOrder() {
        takeFilings.on(event(2, CONTRACT)).block();
        takeFilings.on(event(2, CONTRACT)).block();
        takeFilings.on(event(1, CONTRACT)).block();
        Upload first = upload();
        takeFilings.on(event(3, EventContract.grown(CONTRACT))).block();

        assertThat(first.recordVersion()).isEqualTo(2);
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.state()).isEqualTo(UploadState.DUE);
        assertThat(first.region().value()).isEqualTo("321100");
        assertThat(first.body()).isEqualTo(CONTRACT);
        assertThat(upload().recordVersion()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"insuredRegion\":\"Zhenjiang\"}", "[]", "nonsense"})
    void parksWhatIsNoFiling(String body) {
        assertThatExceptionOfType(PoisonEvent.class)
                .isThrownBy(() -> takeFilings.on(event(1, body)).block());
    }

    private Upload upload() {
        return Objects.requireNonNull(uploads.find("FILING:f1").block());
    }

    private static ReceivedEvent event(long version, String body) {
        return new ReceivedEvent("f1", "io.crosscare.filing.filing.v1", "f1:" + version, version, NOW, body, null);
    }
}
