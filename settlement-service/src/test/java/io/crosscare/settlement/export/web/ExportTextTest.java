package io.crosscare.settlement.export.web;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.mongo.WrittenEntries;
import io.crosscare.settlement.export.ExportChains;
import io.crosscare.settlement.export.ExportChains.Period;
import io.crosscare.settlement.export.ExportedChains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A file is written as it was in every version before: the verifier of today reads those of all years. The same file is what the
 * verifier's own tests begin with.
 */
class ExportTextTest {

    private static final Path GOLDEN = Path.of("src/test/resources/export/every-kind.ndjson");

    @Test
    void writesEachKindAndVersionOfEntryAsItAlwaysWas() throws IOException {
        ExportChains exportChains = new ExportChains(
                new WrittenEntries(ExportedChains.ofEveryKind()), Clock.fixed(Entries.NOW, ZoneOffset.UTC));

        String file = await(exportChains
                .ofRegion(Entries.ZHENJIANG, Period.ALL)
                .map(ExportText::of)
                .collect(Collectors.joining()));

        assertThat(file).isEqualTo(Files.readString(GOLDEN));
    }
}
