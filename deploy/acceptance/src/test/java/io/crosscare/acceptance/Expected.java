package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The problem that a bad request is answered with.
 *
 * @param slug of its type, as docs/problems.md lists it
 * @param field the one field it names; null where it is not about a field
 * @param rule the rule that field breaks
 */
record Expected(
        int status,
        String slug,
        @Nullable String field,
        @Nullable String rule) {

    static Expected invalid(String field, String rule) {
        return new Expected(400, "invalid-request", field, rule);
    }

    static Expected of(int status, String slug) {
        return new Expected(status, slug, null, null);
    }

    void requireOf(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asString()).isEqualTo("urn:crosscare:problem:" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("blame").asString()).isEqualTo("CALLER");
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("detailZh").asString()).isNotBlank();
        JsonNode errors = problem.path("errors");
        if (field == null) {
            assertThat(errors.isMissingNode()).as(answer.text()).isTrue();
            return;
        }
        assertThat(errors.size()).as(answer.text()).isEqualTo(1);
        JsonNode error = errors.get(0);
        assertThat(error.path("field").asString()).as(answer.text()).isEqualTo(field);
        assertThat(error.path("rule").asString()).as(answer.text()).isEqualTo(rule);
        assertThat(error.path("message").asString()).isNotBlank();
        assertThat(error.path("messageZh").asString()).isNotBlank();
    }
}
