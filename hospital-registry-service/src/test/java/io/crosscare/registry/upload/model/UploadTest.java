package io.crosscare.registry.upload.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTest {

    private static final RegionCode ZHENJIANG = new RegionCode("321100");
    private static final Instant NOW = Instant.parse("2019-11-21T00:00:00Z");
    private static final Upload DUE = Upload.due(UploadKind.FILING, "f1", 3, ZHENJIANG, "{}", NOW);

    @Test
    void keepsItsKeyThroughAllAttemptsAtOneVersion() {
        Upload sent = DUE.sending(NOW).notSent(NOW).sending(NOW);

        assertThat(sent.idempotencyKey()).isEqualTo("FILING/f1/3").isEqualTo(DUE.idempotencyKey());
        assertThat(sent.attempts()).isEqualTo(2);
        assertThat(sent.version()).isEqualTo(4);
        assertThat(DUE.replacedBy(4, ZHENJIANG, "{}", NOW).idempotencyKey()).isEqualTo("FILING/f1/4");
    }

    @Test
    void isWaitingUntilThePlatformHasSpoken() {
        Upload sent = DUE.sending(NOW);

        assertThat(DUE.isWaiting()).isTrue();
        assertThat(sent.isWaiting()).isTrue();
        assertThat(sent.accepted(NOW).isWaiting()).isFalse();
        assertThat(sent.refused("no", NOW).isWaiting()).isFalse();
        assertThat(sent.refused("no", NOW).retried(NOW).isWaiting()).isTrue();
        assertThat(sent.accepted(NOW).replacedBy(4, ZHENJIANG, "{}", NOW).isWaiting())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "7, 320", "8, 600", "100, 600"})
    void waitsLongerAfterEachAttemptAndNeverMoreThanTenMinutes(int attempts, long seconds) {
        Upload upload = DUE;
        for (int i = 0; i < attempts; i++) {
            upload = upload.sending(NOW);
        }

        assertThat(upload.nextAttemptAt()).isEqualTo(NOW.plus(Duration.ofSeconds(seconds)));
    }

    @Test
    void showsAReasonThatPeopleCanRead() {
        assertThat(DUE.refused("a\n\u001b[2J" + "长".repeat(300), NOW).reason())
                .hasSize(200)
                .startsWith("a  [2J长")
                .doesNotContain("\n", "\u001b");
    }
}
