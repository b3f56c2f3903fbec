package io.crosscare.settlement.catalogue;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.catalogue.CatalogueIntake.Outcome.Sound;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What every store of catalogues keeps. */
public abstract class StoredCataloguesContract {

    private final String document = CatalogueDocuments.document(60_000, "合同");
    private final Sound sound = CatalogueDocuments.sound(document);

    /** An empty store. */
    protected abstract StoredCatalogues catalogues();

    @Test
    void givesBackWordForWordWhatWasStored() {
        StoredCatalogues catalogues = catalogues();

        CatalogueVersion version = await(store(catalogues, "agency"));

        assertThat(sound.document().pieces()).hasSizeGreaterThan(1);
        assertThat(version.rows()).isEqualTo(60_000);
        assertThat(version.publishedBy()).isEqualTo("agency");
        assertThat(await(catalogues.find(version.hash()))).isEqualTo(version);
        assertThat(await(catalogues.hashes().collectList())).containsExactly(version.hash());
        assertThat(text(await(catalogues.document(version.hash()).collectList())))
                .isEqualTo(document);
    }

    @Test
    void keepsTheFirstPublicationOfTheSameContent() {
        StoredCatalogues catalogues = catalogues();

        List<CatalogueVersion> all = await(Flux.range(0, 8)
                .flatMap(number -> store(catalogues, "agency " + number).subscribeOn(Schedulers.parallel()))
                .collectList());

        assertThat(all).hasSize(8).allMatch(all.getFirst()::equals);
        assertThat(await(catalogues.hashes().collectList())).hasSize(1);
    }

    @Test
    void takesOverWhatWasPublishedBeforeWithItsTime() {
        StoredCatalogues catalogues = catalogues();
        Instant then = Instant.parse("2019-05-01T08:00:00Z");
        CatalogueVersion earlier =
                new CatalogueVersion(sound.document().hash(), sound.facts(), sound.rows(), then, null);

        await(catalogues.takeOver(earlier, sound.document()).thenReturn(true));
        await(catalogues.takeOver(earlier, sound.document()).thenReturn(true));

        assertThat(await(catalogues.find(earlier.hash()))).isEqualTo(earlier);
        assertThat(await(store(catalogues, "agency"))).isEqualTo(earlier);
    }

    @Test
    void findsNothingUnderAnUnknownHash() {
        String unknown = "0".repeat(64);

        catalogues().find(unknown).as(StepVerifier::create).verifyComplete();
        catalogues().document(unknown).as(StepVerifier::create).verifyComplete();
    }

    private Mono<CatalogueVersion> store(StoredCatalogues catalogues, String by) {
        return catalogues.store(sound.facts(), sound.rows(), sound.document(), by);
    }

    private static String text(List<byte[]> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pieces.forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
