package io.crosscare.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.directory.AskAdmission;
import io.crosscare.registry.model.AdmissionAnswer;
import io.crosscare.registry.model.ConnectionQuestion;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.Institutions;
import io.crosscare.registry.model.InsurancePlan;
import io.crosscare.registry.model.Region;
import io.crosscare.registry.model.ServiceType;
import io.crosscare.registry.model.ShippedFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    private static final int CHARACTERS_MAX = 60;

    private final Sentences sentences = new Sentences(ShippedFacts.facts().regions());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        镇江市口腔医院|310000|OUTPATIENT|EMPLOYEE|2019-09-10|镇江市口腔医院未开通上海市参保人门诊直接结算，已开通：省内
        复旦大学附属中山医院|321100|OUTPATIENT|EMPLOYEE|2019-09-10|复旦大学附属中山医院接收镇江市参保人门诊直接结算
        复旦大学附属中山医院|320100|OUTPATIENT|RESIDENT|2019-11-05|南京市参保人在上海市的门诊仅对职工参保人开通直接结算，不含居民
        复旦大学附属中山医院|320100|OUTPATIENT|EMPLOYEE|2019-04-17|南京市参保人在上海市的门诊自2019-04-18起可直接结算，2019-04-17尚未开通
        江苏大学附属医院|330400|OUTPATIENT|EMPLOYEE|2019-11-05|未见嘉兴市参保人在镇江市的门诊直接结算的开通记录
        江苏大学附属医院|321100|OUTPATIENT|EMPLOYEE|2019-11-05|在参保地就医，无需异地联网
        """)
    void saysWhyInOneChineseSentence(
            String name, String insured, ServiceType service, InsurancePlan plan, LocalDate on, String sentence) {
        Institution institution = ShippedFacts.institution(name);

        Text text = sentences.of(answered(institution, new RegionCode(insured), service, plan, on));

        assertThat(text.zh()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        镇江市口腔医院|310000|EMPLOYEE|2019-09-10|镇江市口腔医院 (H32110000010) is not open for outpatient care of persons insured in Shanghai; it is open for: in-province care
        复旦大学附属中山医院|320100|RESIDENT|2019-11-05|outpatient care in Shanghai of persons insured in Nanjing is settled directly for employees only
        """)
    void saysItInEnglishWithNamesAndWithoutCodesThatHaveOne(
            String name, String insured, InsurancePlan plan, LocalDate on, String sentence) {
        Institution institution = ShippedFacts.institution(name);

        Text text = sentences.of(answered(institution, new RegionCode(insured), ServiceType.OUTPATIENT, plan, on));

        assertThat(text.en()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2019-09-10|江苏大学附属医院自2019-09-01至2019-09-10暂停医保直接结算
        |江苏大学附属医院自2019-09-01起暂停医保直接结算，恢复日期未定
        """)
    void saysSinceWhenAnInstitutionIsSuspended(@Nullable String to, String sentence) {
        Institution institution = Institutions.announced(
                "江苏大学附属医院", List.of(Institutions.suspension("2019-09-01", to, "系统改造")), List.of());

        Text text = sentences.of(answered(
                institution,
                new RegionCode("310000"),
                ServiceType.OUTPATIENT,
                InsurancePlan.EMPLOYEE,
                LocalDate.parse("2019-09-05")));

        assertThat(text.zh()).isEqualTo(sentence);
    }

    @Test
    void staysWithinSixtyCharactersWhateverIsAsked() {
        List<String> tooLong = new ArrayList<>();
        for (Institution institution : ShippedFacts.facts().institutions()) {
            for (Region region : ShippedFacts.facts().regions().regions()) {
                for (ServiceType service : ServiceType.values()) {
                    for (InsurancePlan plan : InsurancePlan.values()) {
                        Text text = sentences.of(
                                answered(institution, region.code(), service, plan, LocalDate.parse("2019-04-17")));
                        if (text.zh().length() > CHARACTERS_MAX) {
                            tooLong.add(text.zh());
                        }
                    }
                }
            }
        }

        assertThat(tooLong).isEmpty();
    }

    private static AskAdmission.Answered answered(
            Institution institution, RegionCode insured, ServiceType service, InsurancePlan plan, LocalDate on) {
        var question = new ConnectionQuestion(insured, institution.region(), service, plan, on);
        return new AskAdmission.Answered(
                institution, question, AdmissionAnswer.decide(institution, ShippedFacts.connectivity(), question));
    }
}
