package io.crosscare.benchmark.http;

/**
 * An answer, whatever its status.
 *
 * @param isLast whether the other side closes the connection after it
 */
public record Response(int status, String body, boolean isLast) {}
