package io.crosscare.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;
import tools.jackson.databind.JsonNode;

/** Versions of libraries with a published weakness, by package; {@code known-bad-versions.csv} says which and why. */
record KnownBadVersions(List<Row> rows) {

    private static final Pattern ROW = Pattern.compile("(?<name>[^,]+),\"(?<versions>[^\"]+)\",(?<advisory>.+)");

    /** One range of versions of one package. */
    record Row(String name, VersionRange versions, String advisory) {}

    static KnownBadVersions read() throws IOException, InvalidVersionSpecificationException {
        try (InputStream file = Objects.requireNonNull(
                KnownBadVersions.class.getResourceAsStream("/known-bad-versions.csv"), "the list is missing")) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static KnownBadVersions of(String text) throws InvalidVersionSpecificationException {
        List<Row> rows = new ArrayList<>();
        List<String> lines = text.lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("package,"))
                .toList();
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                throw new IllegalArgumentException("not a row of the list: " + line);
            }
            VersionRange versions = VersionRange.createFromVersionSpec(row.group("versions"));
            rows.add(new Row(row.group("name"), versions, row.group("advisory")));
        }
        return new KnownBadVersions(List.copyOf(rows));
    }

    /** The components of a CycloneDX document that are on the list, as lines for people. */
    List<String> findIn(JsonNode sbom) {
        List<String> found = new ArrayList<>();
        for (JsonNode component : sbom.path("components")) {
            String name = component.path("group").asString() + ":"
                    + component.path("name").asString();
            String version = component.path("version").asString();
            for (Row row : rows) {
                if (row.name().equals(name) && row.versions().containsVersion(new DefaultArtifactVersion(version))) {
                    found.add(name + " " + version + ": " + row.advisory());
                }
            }
        }
        return found;
    }
}
