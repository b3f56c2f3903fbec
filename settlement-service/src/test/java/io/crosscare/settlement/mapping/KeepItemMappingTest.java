package io.crosscare.settlement.mapping;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.settlement.catalogue.CatalogueDocuments;
import io.crosscare.settlement.catalogue.CatalogueShelf;
import io.crosscare.settlement.catalogue.InMemoryCatalogues;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.eligibility.Facts;
import io.crosscare.settlement.eligibility.FakeOwners;
import io.crosscare.settlement.eligibility.FakeReadModels;
import io.crosscare.settlement.eligibility.KnownFacts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A local code leads somewhere where the catalogue of the hospital's care region lists its item; no other catalogue counts. */
class KeepItemMappingTest {

    private static final InstitutionCode NOBODY_KNOWS = new InstitutionCode("H31000000099");

    private final CatalogueShelf catalogues = new CatalogueShelf(new InMemoryCatalogues());
    private final FakeReadModels copies = new FakeReadModels();
    private final KeepItemMapping mappings = new KeepItemMapping(
            new Kept(),
            catalogues,
            new KnownFacts(copies, new FakeOwners()),
            new MovingClock(Entries.NOW),
            Schedulers.immediate());

    @BeforeEach
    void publishTwoCatalogues() {
        String zhenjiang = CatalogueDocuments.document(2, "镇江");
        await(catalogues.publish(zhenjiang));
        await(catalogues.publish(CatalogueDocuments.document(1, "上海").replace("region: 321100", "region: 310000")));
        copies.keep(Facts.institution(Facts.SHANGHAI)).block();
    }

    @Test
    void countsAnItemThatOnlyTheInsuredRegionListsAsUnmapped() {
        assertThat(kept(Entries.ZHONGSHAN).unmapped()).containsExactlyInAnyOrder("B", "C");
    }

    @Test
    void takesTheRegionOfTheCodeOfAnInstitutionThatNobodyKnows() {
        assertThat(kept(NOBODY_KNOWS).unmapped()).containsExactlyInAnyOrder("B", "C");
    }

    private KeepItemMapping.Kept kept(InstitutionCode institution) {
        String file = "localCode,itemCode\nA,D000000\nB,D000001\nC,NOWHERE\n";
        return await(mappings.replace(institution, "his", Flux.just(file.getBytes(StandardCharsets.UTF_8))));
    }

    private static final class Kept implements ItemMappings {

        private final Map<InstitutionCode, ItemMapping> kept = new ConcurrentHashMap<>();

        @Override
        public Mono<Void> replace(ItemMapping mapping) {
            return Mono.fromRunnable(() -> kept.put(mapping.institution(), mapping));
        }

        @Override
        public Mono<ItemMapping> find(InstitutionCode institution) {
            return Mono.justOrEmpty(kept.get(institution));
        }
    }
}
