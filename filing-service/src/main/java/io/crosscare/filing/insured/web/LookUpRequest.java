package io.crosscare.filing.insured.web;

import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.insured.LookUpInsuredPerson.Credential;
import io.crosscare.filing.insured.model.CardKind;
import io.crosscare.filing.insured.model.CardNumber;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.PersonName;
import io.crosscare.filing.insured.model.PersonNumber;
import io.crosscare.filing.insured.model.ShownCard;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A credential as a window reads it. {@code toString} shows nothing of it.
 *
 * @param identityNumber optional, 公民身份号码 · 18 or 15 characters; needed where personNumber is not given
 * @param personNumber optional, 人员编号 · the insured region's number of the person; needed where identityNumber is not given
 * @param name optional, 姓名 · compared where it is given
 * @param card optional, 出示的卡 · hospitals have to give it
 */
record LookUpRequest(
        @Nullable String insuredRegion,
        @Nullable String identityNumber,
        @Nullable String personNumber,
        @Nullable String name,
        @Nullable ShownCardRequest card) {

    private static final Text REQUIRED = Text.of("必填", "is required");

    /**
     * The card that was shown.
     *
     * @param kind {@link CardKind}
     * @param number 卡号 · 4 to 64 letters and digits
     */
    record ShownCardRequest(@Nullable String kind, @Nullable String number) {

        @Override
        public String toString() {
            return "ShownCardRequest[…]";
        }
    }

    /**
     * The credential to look up.
     *
     * @param needsCard whether the one who asks has to hold the person's card in the hand
     */
    Credential toCredential(boolean needsCard) {
        FieldChecks checks = new FieldChecks();
        var region = checks.region("insuredRegion", insuredRegion);
        var number = checks.optional(
                "personNumber", personNumber, "person-number", InsuredPersonRequest.PERSON_NUMBER, PersonNumber::new);
        var identity = identityNumber(checks);
        var shownName = checks.optionalText("name", name, PersonName.LENGTH_MAX);
        Supplier<@Nullable ShownCard> shownCard = checkCard(checks, needsCard);
        checks.throwIfInvalid();
        String plainName = shownName.orNull();
        return new Credential(
                region.value(),
                identity.orNull(),
                number.orNull(),
                plainName == null ? null : new PersonName(plainName),
                shownCard.get());
    }

    private Checked<IdentityNumber> identityNumber(FieldChecks checks) {
        String field = "identityNumber";
        String rule = "identity-number";
        return personNumber == null
                ? checks.required(
                        field, identityNumber, rule, InsuredPersonRequest.IDENTITY_NUMBER, IdentityNumber::new)
                : checks.optional(
                        field, identityNumber, rule, InsuredPersonRequest.IDENTITY_NUMBER, IdentityNumber::new);
    }

    private Supplier<@Nullable ShownCard> checkCard(FieldChecks checks, boolean needsCard) {
        if (card == null) {
            if (needsCard) {
                checks.reject("card", "required", REQUIRED);
            }
            return () -> null;
        }
        var kind = checks.oneOf("card.kind", card.kind(), CardKind.class);
        var number = checks.required(
                "card.number", card.number(), "card-number", InsuredPersonRequest.CARD_NUMBER, CardNumber::new);
        return () -> new ShownCard(kind.value(), number.value());
    }

    @Override
    public String toString() {
        return "LookUpRequest[…]";
    }
}
