package io.crosscare.chassis.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.id.RandomIds;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTest {

    private static final String NUMBER = "999999190002300019";

    private final AesGcmCipher cipher = new AesGcmCipher(new byte[32], RandomIds.secure());

    @Test
    void decryptsWhatItEncryptedAndNeverTheSameWayTwice() {
        byte[] first = cipher.encrypt("identityNumber", NUMBER);
        byte[] second = cipher.encrypt("identityNumber", NUMBER);

        assertThat(cipher.decrypt("identityNumber", first)).isEqualTo(NUMBER);
        assertThat(first).isNotEqualTo(second);
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("9999");
    }

    @Test
    void refusesAnAlteredFieldAndAnotherPurpose() {
        byte[] encrypted = cipher.encrypt("identityNumber", NUMBER);
        byte[] altered = encrypted.clone();
        altered[altered.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.decrypt("name", encrypted)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.decrypt("identityNumber", altered)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void findsByAKeyedNameThatDependsOnPurposeAndKey() {
        byte[] otherKey = new byte[32];
        new Random(1).nextBytes(otherKey);
        BlindIndex index = new BlindIndex(new byte[32]);

        assertThat(index.of("identity", NUMBER)).isEqualTo(index.of("identity", NUMBER));
        assertThat(index.of("identity", NUMBER)).isNotEqualTo(index.of("card", NUMBER));
        assertThat(index.of("identity", NUMBER)).isNotEqualTo(new BlindIndex(otherKey).of("identity", NUMBER));
        assertThat(HexFormat.of().formatHex(index.of("identity", NUMBER).getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "王建国, 王**",
        "李, 李*",
        "𠮷田, 𠮷*",
    })
    void showsTheFirstCharacterOfAName(String name, String expected) {
        assertThat(Masking.name(name)).isEqualTo(expected);
    }

    @Test
    void showsTheEndsOfNumbers() {
        assertThat(Masking.identityNumber(NUMBER)).isEqualTo("9999**********0019");
        assertThat(Masking.cardNumber("A12345678")).isEqualTo("*****5678");
        assertThat(Masking.phone("13800000000")).isEqualTo("138****0000");
    }

    @ParameterizedTest
    @CsvSource({
        "证件 999999190002300019 已登记, 证件 *** 已登记",
        "99999919000230001X。, ***。",
        "老证 999999000230001 手机13800000000, 老证 *** 手机***",
        "流水号 1234567890, 流水号 1234567890"
    })
    void cutsNumbersOutOfFreeText(String text, String expected) {
        assertThat(Masking.freeText(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "HTTP GET \"/api/v1/persons/p1/chain?name=a&x=b\" [Handler], HTTP GET \"/api/v1/persons/p1/chain?…\""
                        + " [Handler]",
                "to [http://peer:1/checks?name=a)b'c(d] [x], to [http://peer:1/checks?… [x]",
                "no query in http://peer/checks, no query in http://peer/checks",
                "why? because / or, why? because / or",
            })
    void cutsQueriesOffAddresses(String text, String expected) {
        assertThat(Masking.withoutQueries(text)).isEqualTo(expected);
    }
}
