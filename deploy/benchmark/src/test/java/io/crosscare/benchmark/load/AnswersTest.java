package io.crosscare.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.benchmark.http.Response;
import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void readsATextAtTheTop() throws Unexpected {
        String body = "{\"lines\":[{\"id\":\"inner\"}],\"id\":\"p1:0000000001\",\"seq\":1}";

        assertThat(Answers.text(body, "id")).isEqualTo("p1:0000000001");
    }

    @Test
    void keepsAValueAsItStands() throws Unexpected {
        String body = "{\"visitId\":\"v\",\"head\": {\"seq\":3, \"hash\":\"ab}\"} ,\"steps\":[{\"head\":0}]}";

        assertThat(Answers.raw(body, "head")).isEqualTo("{\"seq\":3, \"hash\":\"ab}\"}");
        assertThat(Answers.raw(body, "visitId")).isEqualTo("\"v\"");
    }

    @Test
    void namesTheFieldThatIsMissing() {
        assertThatThrownBy(() -> Answers.text("{\"seq\":1}", "id"))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("id");
        assertThatThrownBy(() -> Answers.text("not JSON", "id")).isInstanceOf(Unexpected.class);
        assertThatThrownBy(() -> Answers.text("", "id")).isInstanceOf(Unexpected.class);
    }

    @Test
    void labelsAnErrorByStatusTypeAndReason() {
        Response refused = new Response(
                422, "{\"type\":\"urn:crosscare:problem:refused\",\"status\":422,\"reason\":\"NO_FILING\"}", false);
        Response busy = new Response(429, "{\"type\":\"urn:crosscare:problem:too-many-requests\"}", false);
        Response foreign = new Response(502, "<html>", false);

        assertThat(Answers.labelOf(refused)).isEqualTo("422 urn:crosscare:problem:refused NO_FILING");
        assertThat(Answers.labelOf(busy)).isEqualTo("429 urn:crosscare:problem:too-many-requests");
        assertThat(Answers.labelOf(foreign)).isEqualTo("502");
    }
}
