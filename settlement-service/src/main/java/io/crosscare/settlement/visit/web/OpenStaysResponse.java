package io.crosscare.settlement.visit.web;

import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import java.time.LocalDate;
import java.util.List;

/** Stays nobody was discharged from. */
record OpenStaysResponse(List<OpenStayResponse> items) {

    /**
     * One stay.
     *
     * @param startedOn day of admission, in China
     */
    record OpenStayResponse(String personId, String careRegion, LocalDate startedOn) {

        static OpenStayResponse of(Visit visit) {
            Registration registration = visit.registration();
            return new OpenStayResponse(
                    registration.person().value(), registration.careRegion().value(), registration.startedOn());
        }
    }
}
