package io.crosscare.correction.deadletter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a message an operator may see. */
class MaskedContentTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // kept: what cannot be of a person
                "{\"id\":\"paaaaaaaaaaaaaaaaaaaaaaaaaa:0000000003\"}|{\"id\":\"paaaaaaaaaaaaaaaaaaaaaaaaaa:0000000003\"}",
                "{\"reason\":\"NO_FILING\",\"seq\":7}|{\"reason\":\"NO_FILING\",\"seq\":7}",
                "{\"at\":\"2026-11-24T01:02:03.004Z\",\"on\":\"2026-11-24\"}|{\"at\":\"2026-11-24T01:02:03.004Z\",\"on\":\"2026-11-24\"}",
                "{\"region\":\"321100\",\"code\":\"H31000000001\"}|{\"region\":\"321100\",\"code\":\"H31000000001\"}",
                "{\"open\":true,\"no\":null}|{\"open\":true,\"no\":null}",
                // masked: everything that may be
                "{\"name\":\"王小明\"}|{\"name\":\"***\"}",
                "{\"identityNumber\":\"999999190002300019\"}|{\"identityNumber\":\"***\"}",
                "{\"identityNumber\":\"99999919000230001X\"}|{\"identityNumber\":\"***\"}",
                "{\"card\":\"A87654321\"}|{\"card\":\"***\"}",
                "{\"phone\":13800000000}|{\"phone\":\"***\"}",
                "{\"amount\":1.5}|{\"amount\":\"***\"}",
                "{\"王小明\":1}|{\"***\":1}",
                "{\"a1\":[{\"b\":\"病\"}]}|{\"***\":[{\"b\":\"***\"}]}",
                "\"999999190002300019\"|\"***\"",
            })
    void showsTheFormAndMasksWhatMayBeOfAPerson(String sent, String shown) {
        assertThat(MaskedContent.of(sent.getBytes(StandardCharsets.UTF_8)).replaceAll("\\s", ""))
                .isEqualTo(shown);
    }

    @Test
    void showsNothingOfWhatIsNoJson() {
        assertThat(MaskedContent.of("{王小明 999999190002300019".getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("王", "9999");
        assertThat(MaskedContent.of(null)).isEmpty();
    }

    @Test
    void isBounded() {
        String many = "[" + "1,".repeat(20_000) + "1]";

        assertThat(MaskedContent.of(many.getBytes(StandardCharsets.UTF_8))).hasSizeLessThan(9_000);
    }
}
