package io.crosscare.filing.disclosure.web;

import io.crosscare.filing.insured.model.Card;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.insured.model.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's names and numbers in full. {@code toString} shows nothing of them.
 *
 * @param personNumber 人员编号 · the insured region's number of the person
 * @param name 姓名 · in full
 * @param identityNumber 公民身份号码 · in full
 * @param phone 电话 · in full; absent where none is known
 * @param cards 社会保障卡 · with their numbers
 */
record DisclosureResponse(
        String personId,
        String insuredRegion,
        String personNumber,
        String name,
        String identityNumber,
        @Nullable String phone,
        List<DisclosedCardResponse> cards,
        long version) {

    /**
     * A card with its number.
     *
     * @param kind {@link io.crosscare.filing.insured.model.CardKind}
     * @param number 卡号 · in full
     * @param state {@link io.crosscare.filing.insured.model.CardState}
     */
    record DisclosedCardResponse(String kind, String number, String issuedBy, String state) {

        private static DisclosedCardResponse of(Card card) {
            return new DisclosedCardResponse(
                    card.kind().name(),
                    card.number().value(),
                    card.issuedBy().value(),
                    card.state().name());
        }

        @Override
        public String toString() {
            return "DisclosedCardResponse[…]";
        }
    }

    static DisclosureResponse of(InsuredPerson person) {
        Particulars particulars = person.particulars();
        Phone phone = particulars.phone();
        return new DisclosureResponse(
                person.id().value(),
                particulars.insuredRegion().value(),
                particulars.personNumber().value(),
                particulars.name().value(),
                particulars.identityNumber().value(),
                phone == null ? null : phone.value(),
                particulars.cards().stream().map(DisclosedCardResponse::of).toList(),
                person.version());
    }

    @Override
    public String toString() {
        return "DisclosureResponse[…]";
    }
}
