package io.crosscare.acceptance.cases;

import io.crosscare.acceptance.Answer;
import io.crosscare.acceptance.Call;
import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.Fixtures;
import io.crosscare.acceptance.Json;
import io.crosscare.acceptance.cases.CaseInput.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;

/**
 * Finds the institutions of the cases: by name in the registry, or as a labelled fixture that is imported there once per region,
 * level and opening. A fixture says in its name and its source that it is none of the shipped registry.
 */
final class CaseInstitutions {

    private static final String NOBODY = "H99999900001";
    private static final int SERIALS = 10_000;
    private static final String COLUMNS = "code,name,region,capabilities,source,code_provisional,level,mark";

    private final Suite suite;
    private final Map<Place, String> codes = new ConcurrentHashMap<>();

    CaseInstitutions(Suite suite) {
        this.suite = suite;
    }

    /** The code of the institution of a place. */
    String codeOf(Place place) {
        return codes.computeIfAbsent(place, this::find);
    }

    /** As {@link #codeOf}; a code that nobody has where there is no such institution. */
    String codeOrNobodys(Place place) {
        String name = place.name();
        return name != null && named(name).isEmpty() ? NOBODY : codeOf(place);
    }

    private String find(Place place) {
        String name = place.name();
        if (name == null) {
            return fixture(place);
        }
        List<JsonNode> found = named(name);
        if (found.size() != 1) {
            throw new Difference("institution: 名册中有 %d 家%s · the registry has %d of this name"
                    .formatted(found.size(), name, found.size()));
        }
        return found.getFirst().path("code").asString();
    }

    private List<JsonNode> named(String name) {
        Call call = Call.get("/institutions").with("name", name);
        return suite.list(Suite.agencyOf("321100"), call).stream()
                .filter(institution -> institution.path("name").asString("").equals(name))
                .toList();
    }

    private String fixture(Place place) {
        String level = place.level() == null ? "" : place.level();
        String openings = String.join(";", place.capabilities());
        String code = "H" + place.region() + "9" + serial(level + "|" + openings);
        String row = "%s,%s%s %s,%s,%s,fixture of deploy/local/cases,true,%s,SAMPLE"
                .formatted(
                        code,
                        Fixtures.LABEL,
                        place.region(),
                        level.isEmpty() ? "等级不明" : level,
                        place.region(),
                        openings,
                        level);
        Call call = Call.post("/institution-imports", Json.object())
                .withBody(COLUMNS + "\n" + row + "\n")
                .withHeader("Content-Type", "text/csv;charset=UTF-8");
        Answer answer = suite.ask(Suite.agencyOf(place.region()), call).require(200);
        if (answer.number("refused") > 0) {
            throw new Difference(
                    "institution: 名册拒收测试机构 · the registry refuses the fixture%n    %s".formatted(answer.text()));
        }
        return code;
    }

    private static String serial(String what) {
        CRC32 sum = new CRC32();
        sum.update(what.getBytes(StandardCharsets.UTF_8));
        return "%04d".formatted(sum.getValue() % SERIALS);
    }
}
