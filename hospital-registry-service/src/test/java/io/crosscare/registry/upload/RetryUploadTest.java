package io.crosscare.registry.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.upload.RetryUpload.Outcome;
import io.crosscare.registry.upload.model.Upload;
import io.crosscare.registry.upload.model.UploadKind;
import io.crosscare.registry.upload.model.UploadState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Who has put something right, or does not want to wait, has a record sent now. */
class RetryUploadTest {

    private static final Instant THEN = Instant.parse("2019-11-21T00:00:00Z");
    private static final Instant NOW = Instant.parse("2019-11-21T00:03:00Z");
    private static final RegionCode ZHENJIANG = new RegionCode("321100");

    private final FakeUploads uploads = new FakeUploads();
    private final RetryUpload retrying = new RetryUpload(uploads, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void sendsARefusedOneOnceMore() {
        Upload refused = stored(due(), due().sending(THEN).refused("缺少字段", THEN));

        Upload again = retried(refused);

        assertThat(again.state()).isEqualTo(UploadState.DUE);
        assertThat(again.nextAttemptAt()).isEqualTo(NOW);
        assertThat(again.dueSince()).isEqualTo(NOW);
    }

    @Test
    void sendsADueOneAtOnceAndForgetsNotHowLongItHasWaited() {
        Upload waiting = stored(due(), due().sending(THEN).notSent(THEN));
        assertThat(waiting.nextAttemptAt()).isAfter(THEN);

        Upload hastened = retried(waiting);

        assertThat(hastened.state()).isEqualTo(UploadState.DUE);
        assertThat(hastened.nextAttemptAt()).isEqualTo(NOW);
        assertThat(hastened.dueSince()).isEqualTo(THEN);
        assertThat(hastened.attempts()).isEqualTo(1);
    }

    @Test
    void sendsNothingBesideWhatHasLeftOrArrived() {
        for (Upload left :
                new Upload[] {due().sending(THEN), due().sending(THEN).accepted(THEN)}) {
            FakeUploads own = new FakeUploads();
            put(own, due());
            put(own, due().sending(THEN));
            if (left.state() == UploadState.ACCEPTED) {
                put(own, left);
            }

            assertThat(get(new RetryUpload(own, Clock.fixed(NOW, ZoneOffset.UTC)).retry(left.id(), _ -> true)))
                    .isEqualTo(new Outcome.NothingToSend(left));
        }
    }

    @Test
    void isForWhoeverAnswersForIt() {
        Upload refused = stored(due(), due().sending(THEN).refused("缺少字段", THEN));

        assertThat(retrying.retry(refused.id(), region -> !region.equals(ZHENJIANG))
                        .blockOptional())
                .isEmpty();
    }

    private static Upload due() {
        return Upload.due(UploadKind.FILING, "f" + "a".repeat(26), 1, ZHENJIANG, "{}", THEN);
    }

    /** Stores it step by step, as it came to be. */
    private Upload stored(Upload first, Upload last) {
        put(uploads, first);
        put(uploads, first.sending(THEN));
        put(uploads, last);
        return last;
    }

    private Upload retried(Upload upload) {
        assertThat(get(retrying.retry(upload.id(), ZHENJIANG::equals)))
                .isInstanceOfSatisfying(
                        Outcome.Due.class,
                        due -> assertThat(get(uploads.find(upload.id()))).isEqualTo(due.upload()));
        return get(uploads.find(upload.id()));
    }

    private static void put(Uploads uploads, Upload next) {
        assertThat(get(uploads.put(next))).isTrue();
    }

    private static <T> T get(Mono<T> mono) {
        return mono.blockOptional().orElseThrow();
    }
}
