package io.crosscare.settlement;

import io.crosscare.settlement.direct.PreviewSettlement;
import io.crosscare.settlement.direct.RecheckBill;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.visit.Visits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the correction desk asks. */
@Configuration(proxyBeanMethods = false)
class RecheckWiring {

    @Bean
    RecheckBill recheckBill(Visits visits, PreviewSettlement previewSettlement, ReadModels copies) {
        return new RecheckBill(visits, previewSettlement, copies);
    }
}
