package io.crosscare.settlement.eligibility.kafka;

import io.crosscare.chassis.event.Topic;
import java.util.List;

/** The owners' topics this service copies. */
public final class CopiedTopics {

    public static final Topic INSURED_PERSON = Topic.state("filing.insured-person.v1");
    public static final Topic FILING = Topic.state("filing.filing.v1");
    public static final Topic INSTITUTION = Topic.state("registry.institution.v1");
    public static final Topic CONNECTIVITY = Topic.state("registry.connectivity.v1");
    public static final Topic AGENCY = Topic.state("registry.agency.v1");

    /** What a yes rests on, by owner; agencies decide nothing. */
    public static final List<Topic> OF_FILING = List.of(INSURED_PERSON, FILING);

    public static final List<Topic> OF_REGISTRY = List.of(INSTITUTION, CONNECTIVITY);

    private CopiedTopics() {}
}
