package io.crosscare.chassis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.problem.Blame;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.testing.RepositoryRoot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What watches the contract, on planted violations. */
class ContractToolsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode DOCUMENT = JSON.readTree("""
        {"components": {"schemas": {"Bill": {
            "type": "object", "required": ["id"],
            "properties": {
                "id": {"type": "string", "pattern": "^b[0-9]$", "description": "its id"},
                "costFen": {"type": "integer", "description": "what it costs"},
                "shareBp": {"type": "integer", "description": "in basis points"},
                "day": {"type": "string", "format": "date", "description": "a day"},
                "state": {"type": "string", "enum": ["OPEN"], "description": "as it stands"}}}}}}
        """);
    private static final JsonNode BILL = JSON.readTree("{\"$ref\": \"#/components/schemas/Bill\"}");

    /** What a consumer keeps of an event. */
    record Message(String id, @Nullable String note) {}

    @Test
    void namesEveryUnitThatIsNotSaid() {
        assertThat(Units.unsaid(DOCUMENT))
                .containsExactly(
                        "schemas/Bill: costFen does not say \"fen\": what it costs",
                        "schemas/Bill: day does not say \"China\": a day");
    }

    @Test
    void findsWhatASchemaDoesNotAllow() {
        assertThat(broken("{\"id\": \"b1\", \"costFen\": 5, \"day\": \"2019-09-10\", \"state\": \"OPEN\"}"))
                .isEmpty();
        assertThat(broken("{\"costFen\": 1.5, \"day\": \"10.9.\", \"state\": \"SHUT\", \"more\": 1}"))
                .containsExactlyInAnyOrder(
                        "the whole lacks id",
                        "/costFen is no integer",
                        "/day is no date",
                        "/state is none of its constants",
                        "the whole has more, which nobody describes");
        assertThat(broken("{\"id\": \"c1\"}")).containsExactly("/id is not of its form");
    }

    @Test
    void saysWhereTwoDocumentsDiffer() {
        List<String> differences = new ArrayList<>();

        KeptFile.compare(
                "", JSON.readTree("{\"a\": {\"b\": 1, \"c\": 2}}"), JSON.readTree("{\"a\": {\"b\": 3}}"), differences);

        assertThat(differences).containsExactly("/a/b: kept 1, code 3", "/a/c: kept 2, code nothing");
    }

    @Test
    void findsAFieldThatCouldGoUnnoticed() {
        assertThat(EventContract.unnoticed(
                        "{\"id\": \"1\"}",
                        Message.class,
                        text -> JSON.readTree(text).path("id").asString("")))
                .containsExactly("note");
    }

    /**
     * A record whose fields travel as text.
     *
     * @param blame who has to act, {@link io.crosscare.chassis.problem.Blame}
     * @param day the day that counts, a day in China
     */
    record Planted(String blame, String day) {}

    @Test
    void tellsTheConstantsOfWhatIsLinkedByItsFullName() {
        Path chassis = RepositoryRoot.find().resolve("chassis");
        Schemas schemas = new Schemas(
                SourceDocs.under(List.of(chassis.resolve("src/test/java"), chassis.resolve("src/main/java"))),
                Vocabulary.ofTheSuite(),
                "#/");

        schemas.ofAnswer(Planted.class);

        JsonNode all = JSON.valueToTree(schemas.components());
        JsonNode planted = all.path("Planted");
        assertThat(planted.at("/properties/blame/$ref").asString()).isEqualTo("#/Blame");
        assertThat(planted.at("/properties/blame/description").asString()).isEqualTo("who has to act");
        assertThat(planted.at("/properties/day/format").asString()).isEqualTo("date");
        assertThat(all.at("/Blame/enum")).hasSize(Blame.values().length);
    }

    private static List<String> broken(String value) {
        return SchemaCheck.broken(JSON.readTree(value), BILL, DOCUMENT);
    }
}
