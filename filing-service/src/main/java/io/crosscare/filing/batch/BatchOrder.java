package io.crosscare.filing.batch;

import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.batch.model.BatchId;

/** On whose word the rows of a batch are worked on. */
public record BatchOrder(BatchId id, Caller.Agency agency) {}
