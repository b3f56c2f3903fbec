package io.crosscare.correction.desk.model;

import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Comment.Receipt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody wants done with a case. */
public sealed interface Order {

    Author by();

    Receipt receipt();

    /** With every number of a person cut out. */
    @Nullable
    String reason();

    /** As the people of the desk call it. */
    String zh();

    /** For oneself, also from a colleague. */
    record Take(Author by, Receipt receipt) implements Order {

        @Override
        public @Nullable String reason() {
            return null;
        }

        @Override
        public String zh() {
            return "接收";
        }
    }

    /** Back to the office before. */
    record Return(Author by, Receipt receipt, String reason) implements Order {

        @Override
        public String zh() {
            return "退回";
        }
    }

    /**
     * On to the next office.
     *
     * @param known offices of the case that are in the suite
     */
    record Escalate(Author by, Receipt receipt, String reason, Set<Office> known) implements Order {

        public Escalate {
            known = Set.copyOf(known);
        }

        @Override
        public String zh() {
            return "上报";
        }
    }

    /** There is nothing left to do, without a settlement that proves it. */
    record Resolve(Author by, Receipt receipt, String reason) implements Order {

        @Override
        public String zh() {
            return "办结";
        }
    }

    /** It was not resolved after all. */
    record Reopen(Author by, Receipt receipt, String reason) implements Order {

        @Override
        public String zh() {
            return "重新打开";
        }
    }
}
