package io.crosscare.acceptance;

import tools.jackson.databind.JsonNode;

/** Institutions that worked cases bring into the registry of a running suite. Their names say that they are none of the shipped ones. */
public final class Fixtures {

    /** What the name of every fixture begins with. */
    public static final String LABEL = "【测试】";

    private Fixtures() {}

    /** Whether an institution of the registry is one. */
    public static boolean isFixture(JsonNode institution) {
        return institution.path("name").asString("").startsWith(LABEL);
    }
}
