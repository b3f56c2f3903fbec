package io.crosscare.filing.insured.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.filing.insured.model.LookUpOutcome;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.insured.web.InsuredPersonResponse.CardResponse;
import org.jspecify.annotations.Nullable;

/**
 * The personId behind a credential, with what the window needs to see that it is the right person.
 *
 * @param plan {@link io.crosscare.filing.insured.model.InsurancePlan}
 * @param personType {@link io.crosscare.filing.insured.model.PersonType}
 * @param name 姓名 · masked
 * @param card 出示的卡 · the card that was shown, without its number; absent where none was
 */
record LookUpResponse(
        String personId,
        String insuredRegion,
        String plan,
        String personType,
        String name,
        @Nullable CardResponse card) {

    static LookUpResponse of(LookUpOutcome.Found found) {
        Particulars particulars = found.person().particulars();
        return new LookUpResponse(
                found.person().id().value(),
                particulars.insuredRegion().value(),
                particulars.plan().name(),
                particulars.personType().name(),
                Masking.name(particulars.name().value()),
                found.card().map(CardResponse::withoutNumber).orElse(null));
    }
}
