package io.crosscare.filing.lodging;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.model.FilingId;

/** Names requests by their caller's key. A key belongs to who made it; what is stored of key and content does not show either. */
public final class Receipts {

    private final BlindIndex blindIndex;

    public Receipts(BlindIndex blindIndex) {
        this.blindIndex = blindIndex;
    }

    Receipt ofLodging(Caller caller, IdempotencyKey key, LodgeFilingCommand command) {
        return new Receipt(
                blindIndex.of("filing.idempotency-key", ownerOf(caller) + ":" + key.value()),
                blindIndex.of("filing.request", command.content()));
    }

    /** Of something done to a filing; the same key may be used for another filing. */
    public Receipt ofAct(Caller caller, IdempotencyKey key, FilingId id, String content) {
        return new Receipt(
                blindIndex.of("filing.act-key", ownerOf(caller) + ":" + id + ":" + key.value()),
                blindIndex.of("filing.act", content));
    }

    private static String ownerOf(Caller caller) {
        return switch (caller) {
            case Caller.Agency agency -> agency.region().value();
            case Caller.Insured insured -> insured.person().value();
            case Caller.Hospital hospital -> hospital.institution().value();
            case Caller.Platform _, Caller.Operator _, Caller.Service _ -> throw ProblemException.forbidden();
        };
    }
}
