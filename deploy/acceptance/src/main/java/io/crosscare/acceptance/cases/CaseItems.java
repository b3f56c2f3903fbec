package io.crosscare.acceptance.cases;

import io.crosscare.acceptance.Answer;
import io.crosscare.acceptance.Call;
import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.Fixtures;
import io.crosscare.acceptance.Json;
import io.crosscare.chassis.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Puts the lines of the cases into the catalogues that apply: for each version in force one further version, which holds all of its
 * items and one item for each line beside them, so that whatever else is settled meanwhile is settled as before.
 */
final class CaseItems {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,33}");
    private static final String COLUMNS =
            "code,name,kind,class,upfront_bp_employee,upfront_bp_resident,upfront_bp_special,limit_l1,limit_l2,limit_l3,limit_line";
    private static final String MARK = " + 案例 cases ";
    private static final int TRIES = 3;

    private final Suite suite;
    private final Map<CaseInput, String> names = new HashMap<>();
    private final Map<String, Addition> additions = new LinkedHashMap<>();

    /** What is added to one version. */
    private static final class Addition {

        private final String region;
        private final Map<String, String> rows = new LinkedHashMap<>();
        private LocalDate earliest;

        Addition(String region, LocalDate on) {
            this.region = region;
            this.earliest = on;
        }
    }

    CaseItems(Suite suite) {
        this.suite = suite;
    }

    /** The code of the item that stands for a line of a case. */
    String codeOf(CaseInput input, CaseLine line) {
        return names.getOrDefault(input, "none") + "-" + line.number();
    }

    /** Publishes what is not in force yet, and tells what could not be: the cases that need it will differ. */
    List<String> publish(List<CaseInput> inputs) {
        inputs.forEach(this::name);
        Map<String, Optional<JsonNode>> inForce = new HashMap<>();
        for (CaseInput input : inputs) {
            for (String owner : input.catalogueOwners()) {
                Optional<JsonNode> version =
                        inForce.computeIfAbsent(owner + "|" + input.date(), _ -> inForce(owner, input.date()));
                String region =
                        version.map(found -> found.path("region").asString()).orElse(owner);
                String key = version.map(found -> found.path("hash").asString()).orElse("none " + owner);
                Addition addition = additions.computeIfAbsent(key, _ -> new Addition(region, input.date()));
                addition.earliest = input.date().isBefore(addition.earliest) ? input.date() : addition.earliest;
                input.lines().forEach(line -> addition.rows.put(codeOf(input, line), row(input, line)));
            }
        }
        List<String> failures = new ArrayList<>();
        for (Addition addition : additions.values()) {
            try {
                publish(addition);
            } catch (Difference difference) {
                failures.add("目录 catalogue %s: %s".formatted(addition.region, difference.getMessage()));
            }
        }
        return failures;
    }

    /** Two cases of one id, of two files, have items of their own. */
    private void name(CaseInput input) {
        String plain = CODE.matcher(input.id()).matches() ? input.id() : "X" + fingerprint(input.id());
        String name = plain;
        for (int i = 2; names.containsValue(name); i++) {
            name = plain + "." + i;
        }
        names.putIfAbsent(input, name);
    }

    private Optional<JsonNode> inForce(String region, LocalDate on) {
        Call call = Call.get("/catalogues").with("region", region).with("on", on.toString());
        return suite.list(Suite.agencyOf(region), call).stream().findFirst();
    }

    private void publish(Addition addition) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<JsonNode> base = inForce(addition.region, addition.earliest)
                    .filter(found -> found.path("region").asString().equals(addition.region));
            String before =
                    base.map(found -> documentOf(found.path("hash").asString())).orElseGet(() -> newDocument(addition));
            String after = withRows(before, addition.rows);
            if (after.equals(before)) {
                return;
            }
            Answer published = send(addition.region, marked(after)).require(201);
            String hash = published.string("hash");
            boolean isInForce = inForce(addition.region, addition.earliest)
                    .filter(found -> found.path("hash").asString().equals(hash))
                    .isPresent();
            if (isInForce) {
                return;
            }
        }
        throw new Difference("catalogue: %s 的目录正被他人更换 · others change the catalogue".formatted(addition.region));
    }

    private String documentOf(String hash) {
        Call call = Call.get("/catalogues/" + hash + "/document").accepting("text/csv");
        return suite.ask(Suite.agencyOf("321100"), call).require(200).text();
    }

    private Answer send(String region, String document) {
        Call call = Call.post("/catalogues", Json.object())
                .withBody(document)
                .withHeader("Content-Type", "text/csv;charset=UTF-8")
                .underKey(suite.newKey());
        return suite.ask(Suite.agencyOf(region), call);
    }

    private static String newDocument(Addition addition) {
        return """
            # region: %s
            # title-zh: 案例目录（测试）
            # title-en: Catalogue of worked cases (test)
            # effective-from: %d-01-01
            # confidence: assumed
            # source: 案例，非官方 (cases, not official)
            %s
            """.formatted(addition.region, addition.earliest.getYear(), COLUMNS);
    }

    /** The document with the rows in it: a row of the same code is replaced, the others stay word for word. */
    private static String withRows(String document, Map<String, String> rows) {
        Map<String, String> missing = new LinkedHashMap<>(rows);
        List<String> lines = new ArrayList<>();
        document.lines().forEach(line -> {
            int comma = line.indexOf(',');
            String known = comma < 0 || line.startsWith("#") ? null : missing.remove(line.substring(0, comma));
            lines.add(known == null ? line : known);
        });
        lines.addAll(missing.values());
        return String.join("\n", lines) + "\n";
    }

    /** Every publication is a version of its own: one of the content of an earlier one would not come into force again. */
    private String marked(String document) {
        StringBuilder marked = new StringBuilder();
        document.lines().forEach(line -> {
            int earlier = line.indexOf(MARK);
            String plain = earlier < 0 ? line : line.substring(0, earlier);
            marked.append(line.startsWith("# source:") ? plain + MARK + suite.newKey() : line)
                    .append('\n');
        });
        return marked.toString();
    }

    /** The waiver of class-B self-pay for special persons is data of the catalogue (domain.md §4.1). */
    private String row(CaseInput input, CaseLine line) {
        boolean isB = line.itemClass().equals("B");
        String upfront = isB ? String.valueOf(line.upfrontRatioBp()) : "";
        String name = Fixtures.LABEL + input.id() + " " + line.number() + " "
                + line.name().replace('"', '\'').replace('\n', ' ');
        return "%s,\"%s\",SERVICE,%s,%s,%s,%s,,,,%s"
                .formatted(
                        codeOf(input, line),
                        name.length() > 120 ? name.substring(0, 120) : name,
                        line.itemClass(),
                        upfront,
                        upfront,
                        isB ? "0" : "",
                        line.limit().map(limit -> Money.ofFen(limit).toYuan()).orElse(""));
    }

    private static String fingerprint(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
