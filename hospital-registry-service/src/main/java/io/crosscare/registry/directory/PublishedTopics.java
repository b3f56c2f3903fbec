package io.crosscare.registry.directory;

import io.crosscare.chassis.event.Topic;

/** The state topics of the registry; an event's type is {@code io.crosscare.} and the topic. */
public final class PublishedTopics {

    public static final Topic INSTITUTION = Topic.state("registry.institution.v1");
    public static final Topic AGENCY = Topic.state("registry.agency.v1");
    public static final Topic CONNECTIVITY = Topic.state("registry.connectivity.v1");

    private PublishedTopics() {}
}
