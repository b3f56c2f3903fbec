package io.crosscare.simulator.suite;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.VisitId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of the settlement service. The same request may be sent, and may arrive, any number of times. */
public sealed interface Request {

    PersonId person();

    /** Under which key it comes; nothing where it only asks. */
    Optional<Key> key();

    /**
     * Settles a batch of a visit.
     *
     * @param previewedHead the head its preview was based on; null where it does not care
     */
    record Settle(
            PersonId person,
            VisitId visit,
            String batch,
            String callerKey,
            @Nullable HeadName previewedHead) implements Request {

        @Override
        public Optional<Key> key() {
            return Optional.of(keyOf(EntryKind.SETTLEMENT, callerKey));
        }
    }

    /** Cancels a settlement. */
    record Cancel(EntryId settlement, String callerKey) implements Request {

        @Override
        public PersonId person() {
            return settlement.person();
        }

        @Override
        public Optional<Key> key() {
            return Optional.of(keyOf(EntryKind.CANCELLATION, callerKey));
        }
    }

    /** Reverses whatever came of a key. */
    record Reverse(PersonId person, String reversedKey, String callerKey) implements Request {

        @Override
        public Optional<Key> key() {
            return Optional.of(keyOf(EntryKind.REVERSAL, callerKey));
        }
    }

    /** Puts money on an account, by the insured region. */
    record Credit(PersonId person, long amountFen, String callerKey) implements Request {

        @Override
        public Optional<Key> key() {
            return Optional.of(Key.of(FixedFacts.INSURED_REGION.value(), EntryKind.ACCOUNT_CREDIT, callerKey));
        }
    }

    /** Asks what became of a key. */
    record Ask(PersonId person, Key asked, EntryKind kind) implements Request {

        @Override
        public Optional<Key> key() {
            return Optional.empty();
        }
    }

    /** Asks where the person's chain ends, as a preview does. */
    record Look(PersonId person) implements Request {

        @Override
        public Optional<Key> key() {
            return Optional.empty();
        }
    }

    private static Key keyOf(EntryKind kind, String callerKey) {
        return Key.of(FixedFacts.INSTITUTION.value(), kind, callerKey);
    }
}
