package io.crosscare.filing.paper.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.lodging.model.Ending;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.SomeFilings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The receipt as people take it home. */
class ReceiptPageTest {

    private static final Instant NOW = Instant.parse("2019-06-04T01:02:03Z");
    private final Filing filing = SomeFilings.filing('a', "310000", "2019-05-01", null);

    @Test
    void saysInChineseFirstWhatTheFilingSays() {
        String page = ReceiptPage.of(filing, People.retiree(), Optional.empty(), NOW);

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
                .contains("<th>备案类别<small>Category</small></th><td>异地安置退休 RETIRED_RESETTLED</td>")
                .contains("<td>长期有效 · until changed</td>")
                .contains("<td>2019-06-04 09:02</td>")
                .contains("@media print");
    }

    @Test
    void namesPlaceAndChannelInBothLanguages() {
        assertThat(page(filing, "2019-06-04"))
                .contains("<td>镇江市 · Zhenjiang 321100</td>", "<td>上海市 · Shanghai 310000</td>")
                .contains("<td>窗口 · counter COUNTER</td>");
    }

    @Test
    void promisesNothingForAFilingThatIsOver() {
        Filing transfer = SomeFilings.filing('b', "310000", "2019-05-01", "2019-05-31");

        assertThat(page(transfer, "2019-05-31")).contains("有效 · in force on its days", "any networked institution");
        assertThat(page(transfer, "2019-06-01"))
                .contains("已到期 · expired", "此备案已结束")
                .doesNotContain("any networked institution");
        assertThat(page(filing, "2019-04-30")).contains("尚未生效 · accepted, not in force yet");
    }

    @ParameterizedTest
    @CsvSource({"WITHDRAWN,已撤销 · withdrawn", "REPLACED,已变更 · replaced"})
    void saysOfAFilingEndedOnItsFirstDayThatItCountsForNothing(Ending.Cause cause, String state) {
        FilingId successor = cause == Ending.Cause.REPLACED ? new FilingId("f" + "c".repeat(26)) : null;
        Filing ended = ((Filing.Effective) filing)
                .end(
                        cause,
                        LocalDate.parse("2019-05-01"),
                        successor,
                        new FilingChange(FilingChange.Action.WITHDRAWN, NOW, "agency-zhenjiang", "x"));

        assertThat(page(ended, "2019-06-04"))
                .contains(state, "自始不生效", "2019-05-01 起不再有效", "此备案不能用于直接结算")
                .doesNotContain("长期有效", "any networked institution");
        assertThat(page(ended, "2019-06-04").contains("替换后的备案")).isEqualTo(successor != null);
    }

    private static String page(Filing filing, String printedOn) {
        Instant noon =
                LocalDate.parse(printedOn).atTime(12, 0).atZone(ChinaTime.ZONE).toInstant();
        return ReceiptPage.of(filing, People.retiree(), Optional.empty(), noon);
    }

    @Test
    void showsNoNumberOfThePersonAndNoScript() {
        String page = ReceiptPage.of(filing, People.retiree(), Optional.empty(), NOW);

        assertThat(page)
                .contains("王**", "3211**********0011")
                .doesNotContain(People.NAME, People.IDENTITY_NUMBER, People.PHONE, People.CARD_NUMBER)
                .doesNotContainIgnoringCase("<script");
    }

    @Test
    void escapesWhatComesFromElsewhere() {
        Agency agency = new Agency(People.ZHENJIANG, "<img src=x onerror=alert(1)> & 中心", "0511", 1);

        String page = ReceiptPage.of(filing, People.retiree(), Optional.of(agency), NOW);

        assertThat(page).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt; &amp; 中心 0511");
    }
}
