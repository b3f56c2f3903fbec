package io.crosscare.benchmark.load;

/** Where the doors stand. */
public final class Api {

    public static final String ROOT = "/api/v1";

    private Api() {}
}
