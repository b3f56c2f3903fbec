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
import org.junit.jupiter.params.provider.ValueSource;

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

    @CsvSource({
        "证件 999999190002300019 已登记, 证件 *** 已登记",
        "证件 999999 19000230 0019, 证件 ***",
        "证件 999999-1900-02-30-001X。, 证件 ***。",
        "证件９９９９９９１９０００２３０００１９, 证件***",
        "老证 999999000230001 手机138 0000 0000, 老证 *** 手机***",
        "tel13800000000, tel***",
        "卡号 9990000001, 卡号 ***",
        "社保卡 A87654321, 社保卡 ***",
        "护照EA1234567, 护照***",
        "通行证 H1234567890, 通行证 ***",
        "银行卡 6222 0212 3456 7890 123, 银行卡 ***",
        "人员编号99999900000000000001, 人员编号***",
        "座机 (0511)85340390 或 0511-85340390, 座机 *** 或 ***",
        "+86 139-0000-0000, +86 ***",
    })
    void cutsNumbersOfPersonsOutOfPastedText(String text, String expected) {
        assertThat(Masking.pastedText(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-09-10 12:30:45 交易失败，错误 NO_FILING",
                "2019-09-10 2019-09-11 住院 20190910",
                "机构 H31000000001 与 H13010000001",
                "结算 paaaaaaaaaaaaaaaaaaaaaaaaaa:0000000003 金额 1013.55 元",
                "trace 0af7651916cd43dd8448eb211c80319c",
                "就诊号 MZ-20190910-7，参保地 321100",
            })
    void leavesInPastedTextWhatIsNoPersons(String text) {
        assertThat(Masking.pastedText(text)).isEqualTo(text);
    }
}
