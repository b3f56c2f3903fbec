package io.crosscare.settlement.eligibility.model;

import io.crosscare.settlement.benefit.model.Wording;
import java.util.Optional;

/** What speaks against a card: of a wrong kind, of another region's office, or not in use; each with its own sentence. */
final class CardObjection {

    private static final Wording FOREIGN =
            new Wording("所持的卡不是参保地发卡机构所发，不能异地结算", "The card was not issued by a card office of the insured region");
    private static final Wording NONE =
            new Wording("参保人名下没有此类卡，不能凭此卡结算", "The person has no card of this kind at the insured region");
    private static final Wording REPORTED_LOST = new Wording("社会保障卡已挂失，不能结算", "The card has been reported lost");
    private static final Wording NOT_ACTIVATED = new Wording("社会保障卡尚未激活，不能结算", "The card has not been activated");

    private CardObjection() {}

    static Optional<Refusal> to(EligibilityQuestion question, PersonFacts person, boolean isAway) {
        CardKind kind = question.cardKind();
        if (isAway && !kind.isAcceptedAway()) {
            return Optional.of(Refusal.of(RefusalReason.CARD_NOT_ACCEPTED, question.on()));
        }
        Optional<PersonFacts.Card> card = person.card(kind);
        if (card.isEmpty()) {
            Wording why = person.hasCard(kind) ? FOREIGN : NONE;
            return Optional.of(Refusal.of(RefusalReason.CARD_NOT_ACCEPTED, why, question.on()));
        }
        return card.filter(own -> !own.isActive()).map(own -> {
            Wording why = switch (own.state()) {
                case "LOST" -> REPORTED_LOST;
                case "NOT_ACTIVATED" -> NOT_ACTIVATED;
                default -> RefusalReason.CARD_NOT_ACTIVE.message();
            };
            return Refusal.of(RefusalReason.CARD_NOT_ACTIVE, why, question.on());
        });
    }
}
