package io.crosscare.settlement.chain.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Care;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.VisitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** See {@link Care}. Public for the codec. */
public record CareDocument(
        String visit,
        String scope,
        String institution,
        String careRegion,
        String plan,
        String personType,
        String serviceType,
        String serviceFrom,
        String serviceTo,
        @Nullable String filingId,
        @Nullable String filingCategory,
        @Nullable String decidedOn) {

    static CareDocument of(Care care) {
        return new CareDocument(
                care.visit().value(),
                care.scope().text(),
                care.institution().value(),
                care.careRegion().value(),
                care.plan().name(),
                care.personType().name(),
                care.serviceType().name(),
                care.serviceFrom().toString(),
                care.serviceTo().toString(),
                care.filingId(),
                care.filingCategory(),
                care.decidedOn() == null ? null : care.decidedOn().toString());
    }

    Care toCare(RegionCode insuredRegion) {
        return new Care(
                new VisitId(visit),
                Scope.parse(scope),
                new InstitutionCode(institution),
                new RegionCode(careRegion),
                insuredRegion,
                InsurancePlan.valueOf(plan),
                PersonType.valueOf(personType),
                ServiceType.valueOf(serviceType),
                LocalDate.parse(serviceFrom),
                LocalDate.parse(serviceTo),
                filingId,
                filingCategory,
                decidedOn == null ? null : LocalDate.parse(decidedOn));
    }
}
