package io.crosscare.settlement.visit.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.eligibility.model.CardKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital says when a visit begins.
 *
 * @param careRegion where the registry has the institution
 * @param startedOn day of the visit; of a stay, the admission
 * @param endedOn day of discharge; null until then, and for outpatients
 * @param cardKind the credential shown
 * @param visitNumber the hospital's own, one visit per person and number
 * @param specialTreatment code {@code ST01} … {@code ST18} where the whole visit is for one, follow-up included
 */
public record Registration(
        VisitId id,
        PersonId person,
        RegionCode insuredRegion,
        InstitutionCode institution,
        RegionCode careRegion,
        ServiceType serviceType,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        CardKind cardKind,
        String visitNumber,
        @Nullable String specialTreatment,
        Request request,
        Instant registeredAt) {

    public Registration {
        if (endedOn != null && endedOn.isBefore(startedOn)) {
            throw new IllegalArgumentException("a stay ends on or after its first day");
        }
    }

    /**
     * Under what key the registration came.
     *
     * @param key institution and the caller's own key
     * @param hash of the content: the same key with another content is refused
     */
    public record Request(String key, ContentHash hash) {}

    public boolean isStay() {
        return serviceType == ServiceType.INPATIENT;
    }

    /** Whether it is a stay that goes on. */
    public boolean isOpenStay() {
        return isStay() && endedOn == null;
    }

    Registration withEnd(LocalDate day) {
        return with(serviceType, startedOn, day, cardKind, visitNumber, specialTreatment);
    }

    Registration withoutEnd() {
        return with(serviceType, startedOn, null, cardKind, visitNumber, specialTreatment);
    }

    /** What a hospital may have said wrongly, said again. */
    public Registration with(
            ServiceType service,
            LocalDate start,
            @Nullable LocalDate end,
            CardKind card,
            String number,
            @Nullable String treatment) {
        return new Registration(
                id,
                person,
                insuredRegion,
                institution,
                careRegion,
                service,
                start,
                end,
                card,
                number,
                treatment,
                request,
                registeredAt);
    }
}
