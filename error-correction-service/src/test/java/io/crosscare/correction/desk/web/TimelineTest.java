package io.crosscare.correction.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.ConnectionStated;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Fact.InstitutionAbsent;
import io.crosscare.correction.desk.model.Fact.InstitutionStated;
import io.crosscare.correction.desk.model.Fact.NothingFiled;
import io.crosscare.correction.desk.model.Fact.Unanswered;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Reach;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people read of a case, line by line. */
class TimelineTest {

    private static final Instant NOW = Facts.minute(60);

    @Test
    void tellsTheWholeStoryInItsOrder() {
        CorrectionCase one = CorrectionCase.opened(Facts.refusal(1, 2), NOW)
                .answered(Source.FILING, List.of(new NothingFiled(Facts.minute(3))), NOW)
                .answered(
                        Source.REGISTRY,
                        List.of(
                                new InstitutionStated(
                                        "H31000000001", "复旦大学附属中山医院", "310000", "L3", "OPEN", 1, Facts.minute(4)),
                                new ConnectionStated(
                                        true,
                                        null,
                                        "镇江市参保人在上海市的门诊可直接结算",
                                        "settled directly",
                                        Facts.DAY,
                                        null,
                                        "row",
                                        1,
                                        "Z 五.2",
                                        "官方",
                                        Facts.minute(5))),
                        NOW)
                .learned(Facts.filed('a', 1, 6, "310000"), NOW)
                .entered(Facts.settled(3, 7), NOW)
                .entered(Facts.undone(4, 8, 3), NOW);

        List<TimelineFact> timeline = Timeline.of(one);

        assertThat(timeline).isSortedAccordingTo((first, second) -> first.at().compareTo(second.at()));
        assertThat(timeline)
                .extracting(fact -> fact.source() + " " + fact.text())
                .containsExactly(
                        "GATEWAY 网关收到请求 POST /visits/{id}/settlements",
                        "SETTLEMENT 结算被拒：参保人没有异地就医备案（按 2019-09-10 判定）",
                        "FILING 备案系统没有此人的备案",
                        "REGISTRY 机构登记：复旦大学附属中山医院，310000，三级，状态正常",
                        "REGISTRY 镇江市参保人在上海市的门诊可直接结算",
                        "FILING 异地长期居住备案：就医地 310000，自 2019-05-01，有效",
                        "SETTLEMENT 已结算：总额 1013.55 元，基金支付 612.34 元，按 2019-09-10 判定资格，依据备案 " + "f" + "a".repeat(26),
                        "SETTLEMENT 结算已撤销，该费用可重新结算",
                        "DESK 纠错单已开立",
                        "DESK 已有结算为证，纠错单关闭");
    }

    /** Many hospitals read it. */
    @Test
    void tellsNothingOfAnyPatientInTheCaseOfASilentService() {
        Refusal stopped = Facts.filingDown(Facts.PERSON, 1, Facts.minute(2), Facts.ZHONGSHAN);
        CaseId id = new CaseId("c" + "d".repeat(26));
        Outage settled = new Outage(id, 1, 0, 0, 1, Reach.NONE);
        CorrectionCase one =
                CorrectionCase.common(stopped, id, NOW).counted(settled, Optional.of(Facts.settled(3, 7)), NOW);

        List<TimelineFact> timeline = Timeline.of(one);

        assertThat(timeline)
                .extracting(fact -> fact.source() + " " + fact.text())
                .containsExactly("SETTLEMENT 首次中断：备案系统暂无应答，本次未能结算", "DESK 纠错单已开立", "DESK 已有结算为证，纠错单关闭");
        assertThat(timeline.toString()).doesNotContain(Facts.PERSON.value());
        assertThat(timeline.toString()).doesNotContain(Facts.ZHONGSHAN.value());
    }

    @Test
    void tellsOfAFaultThatNoRuleHadRefused() {
        CorrectionCase patient = CorrectionCase.joined(
                Facts.filingDown(Facts.PERSON, 1, Facts.minute(2), Facts.ZHONGSHAN),
                new CaseId("c" + "d".repeat(26)),
                NOW);

        assertThat(Timeline.of(patient).getLast().kind()).isEqualTo("INTERRUPTED");
        assertThat(Timeline.of(patient).getLast().text()).isEqualTo("结算中断：备案系统暂无应答，本次未能结算");
    }

    @Test
    void tellsWhatNeighboursDoNotKnowOrSay() {
        CorrectionCase one = CorrectionCase.opened(Facts.refusal(1, 2), NOW)
                .learned(new InstitutionAbsent("H31000000002", Facts.minute(3)), NOW)
                .learned(new Unanswered(Source.FILING, 400, Facts.minute(4)), NOW);

        assertThat(Timeline.of(one))
                .extracting(TimelineFact::source, TimelineFact::kind)
                .contains(tuple("REGISTRY", "INSTITUTION_ABSENT"), tuple("FILING", "UNANSWERED"));
    }

    @Test
    void showsACodeItHasNoWordForAsItCame() {
        Filed filed = Facts.filed('a', 1, 3, "310000");
        CorrectionCase one = CorrectionCase.opened(Facts.refusal(1, 2), NOW)
                .learned(
                        new Filed(
                                filed.filingId(),
                                1,
                                filed.at(),
                                filed.careRegion(),
                                "EMERGENCY",
                                filed.effectiveFrom(),
                                Facts.DAY,
                                "PROMISED"),
                        NOW);

        assertThat(Timeline.of(one))
                .extracting(TimelineFact::text)
                .contains("EMERGENCY备案：就医地 310000，自 2019-05-01 至 2019-09-10，PROMISED");
    }
}
