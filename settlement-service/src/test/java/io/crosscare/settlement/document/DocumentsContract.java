package io.crosscare.settlement.document;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What every store of published documents keeps. */
public abstract class DocumentsContract {

    private final CanonicalText first = new CanonicalText("a: 1\n");
    private final CanonicalText second = new CanonicalText("a: 2\n");

    /** An empty store. */
    protected abstract Documents documents();

    @Test
    void findsWhatWasStored() {
        Documents documents = documents();

        StoredText stored = await(documents.store(first));

        assertThat(stored).isNotNull();
        assertThat(stored.document()).isEqualTo(first);
        documents.find(first.hash()).as(StepVerifier::create).expectNext(stored).verifyComplete();
    }

    @Test
    void keepsTheFirstPublicationOfTheSameContent() {
        Documents documents = documents();
        StoredText stored = await(documents.store(first));

        StoredText again = await(documents.store(new CanonicalText("\uFEFFa: 1\r\n")));

        assertThat(again).isEqualTo(stored);
        assertThat(await(documents.hashes().collectList())).containsExactly(first.hash());
    }

    @Test
    void keepsOneWhenManyPublishItAtOnce() {
        Documents documents = documents();

        List<StoredText> all = await(Flux.range(0, 16)
                .flatMap(_ -> documents.store(first).subscribeOn(Schedulers.parallel()))
                .collectList());

        assertThat(all).hasSize(16);
        assertThat(all).allMatch(all.getFirst()::equals);
    }

    @Test
    void listsEachHash() {
        Documents documents = documents();
        await(documents.store(first).then(documents.store(second)));

        List<String> hashes = await(documents.hashes().collectList());

        assertThat(hashes).containsExactlyInAnyOrder(first.hash(), second.hash());
    }

    @Test
    void findsNothingUnderAnUnknownHash() {
        documents().find("0".repeat(64)).as(StepVerifier::create).verifyComplete();
    }
}
