package io.crosscare.filing.paper.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is, told by its content. */
class ScanKindTest {

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000104a46,JPEG",
        "89504e470d0a1a0a00,PNG",
        "255044462d312e37,PDF",
        "255044462d,",
        "3c68746d6c3e,",
        "504b0304,",
        "'',",
    })
    void isToldByItsFirstBytes(String hex, @Nullable ScanKind kind) {
        assertThat(ScanKind.of(HexFormat.of().parseHex(hex))).isEqualTo(Optional.ofNullable(kind));
    }
}
