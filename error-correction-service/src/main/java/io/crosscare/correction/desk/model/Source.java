package io.crosscare.correction.desk.model;

/** A neighbour that is asked about a case when it opens; until it answers, its facts are awaited. */
public enum Source {
    FILING,
    REGISTRY
}
