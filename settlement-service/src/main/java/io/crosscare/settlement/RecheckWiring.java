package io.crosscare.settlement;

import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.direct.PreviewSettlement;
import io.crosscare.settlement.direct.RecheckBill;
import io.crosscare.settlement.direct.RecheckRegistration;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.interruption.Interruptions;
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

    @Bean
    RecheckRegistration recheckRegistration(
            Interruptions interruptions,
            Visits visits,
            Chain chain,
            KnownFacts knownFacts,
            DescribeRefusal describeRefusal,
            ReadModels copies) {
        return new RecheckRegistration(interruptions, visits, chain, knownFacts, describeRefusal, copies);
    }
}
