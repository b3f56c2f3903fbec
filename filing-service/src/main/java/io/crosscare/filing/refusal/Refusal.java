package io.crosscare.filing.refusal;

import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.Map;

/**
 * A refusal as a value.
 *
 * @param message fits the cashier's screen: at most {@value #MESSAGE_LENGTH_MAX} Chinese characters
 * @param region the insured region whose agency can help
 * @param decidedOn the day that decided
 * @param facts further members of the problem: the clause, its source, what would satisfy it
 */
public record Refusal(
        RefusalReason reason,
        Text message,
        Text nextStep,
        RegionCode region,
        LocalDate decidedOn,
        Map<String, Object> facts) {

    public static final int MESSAGE_LENGTH_MAX = 60;

    public Refusal {
        facts = Map.copyOf(facts);
        if (message.zh().length() > MESSAGE_LENGTH_MAX) {
            throw new IllegalArgumentException("the message is too long for the cashier's screen");
        }
    }
}
