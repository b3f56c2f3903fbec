package io.crosscare.settlement;

import io.crosscare.settlement.visit.CancelDischarge;
import io.crosscare.settlement.visit.CancelVisit;
import io.crosscare.settlement.visit.ChangeVisit;
import io.crosscare.settlement.visit.ReplaceDiagnoses;
import io.crosscare.settlement.visit.UploadCategoryTotals;
import io.crosscare.settlement.visit.UploadFeeLines;
import io.crosscare.settlement.visit.VisitActs;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.WithdrawFeeLines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be done to a visit between its registration and its settlement. */
@Configuration(proxyBeanMethods = false)
class VisitActWiring {

    @Bean
    ChangeVisit changeVisit(Visits visits, VisitActs acts) {
        return new ChangeVisit(visits, acts);
    }

    @Bean
    CancelVisit cancelVisit(VisitActs acts) {
        return new CancelVisit(acts);
    }

    @Bean
    UploadCategoryTotals uploadCategoryTotals(UploadFeeLines uploadFeeLines) {
        return new UploadCategoryTotals(uploadFeeLines);
    }

    @Bean
    WithdrawFeeLines withdrawFeeLines(Visits visits, VisitActs acts) {
        return new WithdrawFeeLines(visits, acts);
    }

    @Bean
    ReplaceDiagnoses replaceDiagnoses(VisitActs acts) {
        return new ReplaceDiagnoses(acts);
    }

    @Bean
    CancelDischarge cancelDischarge(VisitActs acts) {
        return new CancelDischarge(acts);
    }
}
