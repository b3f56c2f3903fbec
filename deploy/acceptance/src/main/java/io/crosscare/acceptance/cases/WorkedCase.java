package io.crosscare.acceptance.cases;

import io.crosscare.acceptance.ExpectedAmounts;
import java.util.List;

/** One case of a file: what is to be done, and what must come of it. */
public sealed interface WorkedCase {

    String id();

    String title();

    /**
     * A bill that is settled.
     *
     * @param parts what each line must fall into; empty where the case does not say
     */
    record ToSettle(CaseInput input, ExpectedAmounts expected, List<LineParts> parts) implements WorkedCase {

        public ToSettle {
            parts = List.copyOf(parts);
        }

        @Override
        public String id() {
            return input.id();
        }

        @Override
        public String title() {
            return input.title();
        }
    }

    /** A bill that is settled and then cancelled: every amount comes back. */
    record ToReverse(String id, String title, ToSettle original, ExpectedAmounts expected) implements WorkedCase {}

    /**
     * Something that is refused.
     *
     * @param door where
     * @param reason the code of the refusal
     */
    record ToReject(CaseInput input, String door, String reason) implements WorkedCase {

        @Override
        public String id() {
            return input.id();
        }

        @Override
        public String title() {
            return input.title();
        }
    }

    /** A case that states what nobody here understands, which fails it: each thing under the name of its field. */
    record Unclear(String id, String title, List<String> complaints) implements WorkedCase {

        public Unclear {
            complaints = List.copyOf(complaints);
        }
    }

    /** What a line falls into, in fen. */
    record LineParts(int number, long fullSelf, long overLimit, long classB, long inScope) {}
}
