package io.crosscare.filing.paper.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.agency.Agency;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.SomeFilings;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
