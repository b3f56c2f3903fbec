package io.crosscare.filing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.filing.batch.model.Batch;
import io.crosscare.filing.batch.model.BatchState;
import io.crosscare.filing.batch.model.Counts;
import io.crosscare.filing.batch.model.RowError;
import io.crosscare.filing.batch.model.RowResult;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** A file that arrives, breaks off, comes again, or is another one. Rows name a number; what is done is counted row by row. */
class ReceiveBatchTest {

    private static final Instant NOON = Instant.parse("2019-09-10T04:00:00Z");
    private static final Caller.Agency ZHENJIANG = new Caller.Agency("clerk", new RegionCode("321100"));
    private static final String HEADER = "number,note\n";

    private final MovingClock clock = new MovingClock(NOON);
    private final FakeBatches batches = new FakeBatches();
    private final NumberRows handler = new NumberRows();
    private final ReceiveBatch receiving = new ReceiveBatch(
            batches, new BlindIndex(new byte[32]), new RandomIds(new Random(20261127)), clock, Schedulers.immediate());

    @Test
    void givesEveryRowItsResult() {
        Batch batch = completed(send("k", HEADER + rows(1, 450) + "x,\n1,again\n"));

        assertThat(batch.progress().counts()).isEqualTo(new Counts(452, 450, 0, 0, 2));
        assertThat(batch.stateAt(clock.instant())).isEqualTo(BatchState.COMPLETED);
        assertThat(handler.times()).hasSize(450).containsOnly(1);
        assertThat(errors(batch)).containsExactly("452:number:number", "453:row:repeated-in-file:与第 2 行重复");
    }

    @Test
    void goesOnWhereTheConnectionWasCut() {
        String whole = HEADER + rows(1, 1000);
        Flux<byte[]> cut = Flux.just(bytes(whole.substring(0, 2500)))
                .concatWith(Flux.error(new IllegalStateException("connection reset")));

        receive("k", cut, StandardCharsets.UTF_8).as(StepVerifier::create).verifyErrorMessage("connection reset");
        int doneBefore = handler.times().size();
        Batch batch = completed(send("k", whole));

        assertThat(doneBefore).isPositive().isLessThan(1000);
        assertThat(batch.sending()).isEqualTo(2);
        assertThat(batch.progress().counts()).isEqualTo(new Counts(1000, 1000, 0, 0, 0));
        assertThat(handler.times()).hasSize(1000).containsOnly(1);
    }

    /** Wherever the process dies, before any of its progress is written, the rows of one block at most are handled again. */
    @Test
    void comesToTheSameWhereverTheProcessDies() {
        String whole = HEADER + rows(1, 700) + "x,\n";
        for (int progresses = 0; progresses <= 4; progresses++) {
            String key = "dies-" + progresses;
            batches.dieAfterProgresses(progresses);
            receive(key, Flux.just(bytes(whole)), StandardCharsets.UTF_8)
                    .as(StepVerifier::create)
                    .verifyErrorMessage("dead");
            batches.revive();

            Batch batch = completed(send(key, whole));

            assertThat(batch.progress().counts()).isEqualTo(new Counts(701, 700, 0, 0, 1));
            assertThat(errors(batch)).containsExactly("702:number:number");
        }
        assertThat(handler.times().stream().filter(times -> times > 1))
                .hasSizeLessThanOrEqualTo(5 * ReceiveBatch.BLOCK);
    }

    @Test
    void answersTheSameFileAgainWithoutDoingAnything() {
        String file = HEADER + rows(1, 350);
        Batch first = completed(send("k", file));

        ReceivingOutcome again = send("k", file);

        assertThat(again).isEqualTo(new ReceivingOutcome.Replayed(first));
        assertThat(handler.times()).containsOnly(1);
    }

    @Test
    void refusesAnotherFileUnderTheSameKeyBeforeItDoesAnything() {
        String file = HEADER + rows(1, 350);
        Batch batch = completed(send("k", file));

        assertKeyReused(HEADER + rows(1, 349) + "999,\n");
        assertKeyReused(HEADER + rows(1, 349));
        assertKeyReused(file + "351,\n");
        assertKeyReused(HEADER + rows(1, 1000));
        assertKeyReused(HEADER + rows(7, 5));
        assertKeyReused("note,number\n" + rows(1, 350));

        assertThat(handler.times()).hasSize(350);
        assertThat(batches.find(batch.id()).blockOptional()).contains(batch);
    }

    @Test
    void refusesAnotherFileWhereOneBrokeOff() {
        batches.dieAfterProgresses(2);
        receive("k", Flux.just(bytes(HEADER + rows(1, 1000))), StandardCharsets.UTF_8)
                .as(StepVerifier::create)
                .verifyError();
        batches.revive();
        int doneBefore = handler.times().size();

        assertKeyReused(HEADER + rows(2, 1000));
        assertKeyReused(HEADER + rows(1, 100));

        assertThat(handler.times()).hasSize(doneBefore);
    }

    @Test
    void keepsKeysOfAgenciesApart() {
        String file = HEADER + rows(1, 10);
        completed(send("k", file));
        Caller.Agency nanjing = new Caller.Agency("clerk", new RegionCode("320100"));

        ReceivingOutcome outcome = receiving
                .receive(handler, sent(nanjing, "k", Flux.just(bytes(file)), StandardCharsets.UTF_8))
                .blockOptional()
                .orElseThrow();

        assertThat(outcome).isInstanceOf(ReceivingOutcome.Completed.class);
    }

    @Test
    void letsTheLatestSendingGoOn() {
        String whole = HEADER + rows(1, 1000);
        Flux<byte[]> overtaken = Flux.just(bytes(whole.substring(0, 2500))).concatWith(Flux.defer(() -> {
            completed(send("k", whole));
            return Flux.just(bytes(whole.substring(2500)));
        }));

        ReceivingOutcome first =
                receive("k", overtaken, StandardCharsets.UTF_8).blockOptional().orElseThrow();

        assertThat(first).isInstanceOf(ReceivingOutcome.Overtaken.class);
        assertThat(handler.times()).hasSize(1000);
    }

    @Test
    void takesColumnsInAnyOrderAndInChinese() {
        Batch batch = completed(send("k", "备注,编号\n,1\n,2\n"));

        assertThat(batch.progress().counts().added()).isEqualTo(2);
    }

    @Test
    void namesWhatIsWrongWithTheFirstLine() {
        assertUnreadable("number,number\n1,2\n", "number:repeated-column");
        assertUnreadable("note\nx\n", "number:missing-column");
        assertUnreadable("number,secret\n1,2\n", "header[1]:unknown-column");
        assertUnreadable("\"number\n1\n", "header:header");
        assertUnreadable("", "body:required");

        assertThat(handler.times()).isEmpty();
    }

    @Test
    void refusesRowsThatAreNone() {
        String long17k = "x".repeat(17_000);
        String file = HEADER + "1\n" + "\"2,\n" + long17k + ",\n3,\n";

        Batch batch = completed(send("k", file));

        assertThat(errors(batch)).containsExactly("2:row:cell-count", "3:row:quotes", "4:row:row-too-long");
        assertThat(batch.progress().counts().added()).isEqualTo(1);
    }

    @Test
    void readsTheEncodingThatIsDeclared() {
        String file = "编号,备注\n1,镇江\n";
        Charset gbk = Charset.forName("GBK");

        ReceivingOutcome right = receive("right", Flux.just(file.getBytes(gbk)), gbk)
                .blockOptional()
                .orElseThrow();
        ReceivingOutcome wrong = receive("wrong", Flux.just(file.getBytes(gbk)), StandardCharsets.UTF_8)
                .blockOptional()
                .orElseThrow();
        Batch oneRow = completed(receive(
                        "row",
                        Flux.just(bytes(HEADER + "1,"), "镇\n".getBytes(gbk), bytes("2,\n")),
                        StandardCharsets.UTF_8)
                .blockOptional()
                .orElseThrow());

        ReceivingOutcome other =
                receive("other", Flux.just(bytes(file)), gbk).blockOptional().orElseThrow();

        assertThat(completed(right).progress().counts().added()).isEqualTo(1);
        assertEncoding(wrong, "text/csv; charset=GBK");
        assertEncoding(other, "text/csv; charset=UTF-8");
        assertThat(errors(oneRow)).containsExactly("2:row:encoding");
    }

    /** What is wrong is the encoding, and how to send it is said in both languages. */
    private static void assertEncoding(ReceivingOutcome outcome, String sendAs) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReceivingOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.errors())
                                .singleElement()
                                .satisfies(error -> {
                                    assertThat(error.field()).isEqualTo("header");
                                    assertThat(error.rule()).isEqualTo("encoding");
                                    assertThat(error.message().zh()).contains("编码", sendAs);
                                    assertThat(error.message().en()).contains("most likely", sendAs);
                                }));
    }

    @Test
    void readsToTheEndOfAFileItWillNotTake() {
        int[] read = {0};
        Flux<byte[]> pieces = Flux.range(0, 500)
                .map(i -> bytes(i == 0 ? "secret\n" : rows(i, 50)))
                .doOnNext(_ -> read[0]++);

        receive("k", pieces, StandardCharsets.UTF_8).block();

        assertThat(read[0]).isEqualTo(500);
    }

    @Test
    void takesSoManyFilesAtATimeAndNoMore() {
        List<Disposable> taken = IntStream.range(0, ReceiveBatch.FILES_MAX)
                .mapToObj(i -> receive("file-" + i, Flux.never(), StandardCharsets.UTF_8)
                        .subscribe())
                .toList();

        receive("one-more", Flux.just(bytes(HEADER)), StandardCharsets.UTF_8)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                busy -> assertThat(busy.type()).isEqualTo(ProblemType.BUSY)));
        taken.getFirst().dispose();

        assertThat(send("one-more", HEADER)).isInstanceOf(ReceivingOutcome.Completed.class);
        taken.forEach(Disposable::dispose);
    }

    private void assertKeyReused(String file) {
        assertThat(send("k", file)).isEqualTo(new ReceivingOutcome.KeyReused());
    }

    private void assertUnreadable(String file, String error) {
        assertThat(send("unreadable", file))
                .isInstanceOfSatisfying(
                        ReceivingOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.errors())
                                .extracting((FieldError one) -> one.field() + ":" + one.rule())
                                .contains(error));
    }

    private ReceivingOutcome send(String key, String file) {
        return receive(key, Flux.just(bytes(file)), StandardCharsets.UTF_8)
                .blockOptional()
                .orElseThrow();
    }

    private Mono<ReceivingOutcome> receive(String key, Flux<byte[]> bytes, Charset charset) {
        return receiving.receive(handler, sent(ZHENJIANG, key, bytes, charset));
    }

    private static SentFile sent(Caller.Agency agency, String key, Flux<byte[]> bytes, Charset charset) {
        return new SentFile(agency, new IdempotencyKey(key), RowFormat.CSV, charset, bytes);
    }

    private static Batch completed(ReceivingOutcome outcome) {
        assertThat(outcome).isInstanceOf(ReceivingOutcome.Completed.class);
        return ((ReceivingOutcome.Completed) outcome).batch();
    }

    private List<String> errors(Batch batch) {
        return batches.blocks(batch.id(), 0)
                .concatMapIterable(Batches.Block::results)
                .concatMapIterable(result -> result.errors().stream()
                        .map(error -> textOf(result, error))
                        .toList())
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static String textOf(RowResult result, RowError error) {
        String text = result.row() + ":" + error.field() + ":" + error.rule();
        return error.rule().equals("repeated-in-file") ? text + ":" + error.zh() : text;
    }

    private static String rows(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> i + ",\n").collect(Collectors.joining());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
