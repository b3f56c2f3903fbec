package io.crosscare.filing.insured.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.filing.insured.People;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that hold personal data: their one form, and that printing shows nothing of them. */
class PersonalDataTest {

    @ParameterizedTest
    @CsvSource({
        "11010519491231002x,11010519491231002X",
        "11010519491231002X,11010519491231002X",
        "110105491231002,11010519491231002X",
        "' 321102190002300011 ',321102190002300011",
    })
    void bringsIdentityNumbersToOneForm(String given, String kept) {
        assertThat(new IdentityNumber(given).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "32110219000230001",
                "3211021900023000112",
                "32110219000230001Y",
                "0110105491231002",
                "X2110219000230001X",
                "３２１１０２１９０００２３０００１１"
            })
    void refusesWhatIsNoIdentityNumber(String given) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdentityNumber(given));
    }

    @Test
    void doesNotEchoARefusedValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdentityNumber("32110219000230001Y"))
                .withMessageNotContaining("3211");
    }

    @ParameterizedTest
    @CsvSource({
        "阿卜杜·热西提,阿卜杜•热西提,true",
        "阿卜杜·热西提,阿卜杜热西提,true",
        "王 测试,王测试,true",
        "ＷＡＮＧ,wang,true",
        "王测试,王测验,false",
    })
    void comparesNamesAsPeopleDo(String one, String other, boolean isSame) {
        assertThat(new PersonName(one).isSameAs(new PersonName(other))).isEqualTo(isSame);
    }

    @Test
    void printsNothingPersonal() {
        InsuredPerson person = InsuredPerson.register(
                new PersonId("p" + "a".repeat(26)),
                People.residentWithEntitlements(),
                "agency-zhenjiang",
                Instant.EPOCH);

        assertThat(person.toString())
                .contains(person.id().value())
                .doesNotContain(People.NAME, People.IDENTITY_NUMBER, People.CARD_NUMBER, People.PHONE)
                .doesNotContain(People.PERSON_NUMBER, People.DISEASE, "M03900");
    }
}
