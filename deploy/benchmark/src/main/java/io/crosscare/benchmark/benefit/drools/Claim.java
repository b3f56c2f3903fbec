package io.crosscare.benchmark.benefit.drools;

import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.PersonType;

/**
 * The fact that stands for a bill as a whole. Amounts of all facts are in fen.
 *
 * @param deductibleUsed of the year, before this bill
 * @param fundPaid what the pooled fund paid in the year, before this bill
 * @param balance of the personal account
 * @param reply where the rules put their answer
 */
public record Claim(
        PersonType personType,
        InstitutionLevel level,
        boolean isAccountWanted,
        long deductibleUsed,
        long fundPaid,
        long balance,
        Reply reply) {}
