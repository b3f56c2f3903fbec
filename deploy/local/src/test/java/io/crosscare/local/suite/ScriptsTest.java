package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell part of the commands, played with made-up JDKs and modules. */
class ScriptsTest {

    private static final Instant BUILT = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void takesTheFirstJdkThatIsNewEnough() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path fresh = jdk("fresh", "25.0.1");
        Path newer = jdk("newer", "26");

        Outcome outcome = bash("jdk_homes() { printf '%s\\n' '' /nowhere " + old + " " + fresh + " " + newer
                + "; }; find_jdk; echo \"$jdk\"");

        assertThat(outcome.text()).isEqualToIgnoringNewLines(fresh.toString());
        assertThat(outcome.code()).isZero();
    }

    @Test
    void saysWhichJdkIsMissingAndWhatItFound() throws Exception {
        Path old = jdk("old", "17.0.15");

        Outcome outcome = bash("jdk_homes() { echo " + old + "; }; find_jdk; echo never");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text())
                .contains("a JDK 25 or newer is missing; found: 17 (" + old + ")", "缺少 JDK 25")
                .doesNotContain("never");
    }

    @Test
    void buildsWhatIsMissingOrOlderThanItsSources() throws Exception {
        module("fresh", BUILT.minusSeconds(60));
        module("changed", BUILT.plusSeconds(60));
        module("missing", BUILT.minusSeconds(60));
        Files.delete(folder.resolve("missing/target/missing.jar"));

        Outcome outcome = bash("root=" + folder + "; stale_modules fresh changed missing");

        assertThat(outcome.text().lines()).containsExactly("changed", "missing");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Outcome outcome =
                bash("stale_modules() { echo module; }; command() { [ \"$2\" != mvn ]; }; build module; echo never");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text())
                .contains("Maven (the command mvn) is missing")
                .doesNotContain("never");
    }

    @Test
    void buildsNothingWhenWhatLiesThereIsTakenAsItIs() throws Exception {
        Outcome outcome = bash("set -- --data x --as-built; . ./lib.sh; stale_modules() { echo module; }; "
                + "mvn() { echo never; }; build module; echo \"$#\"");

        assertThat(outcome.text()).isEqualToIgnoringNewLines("3");
        assertThat(outcome.code()).isZero();
    }

    private Outcome bash(String program) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", ". ./lib.sh; " + program)
                .redirectErrorStream(true)
                .start();
        try (var reader = process.inputReader()) {
            String text = reader.readAllAsString();
            return new Outcome(process.waitFor(), text);
        }
    }

    private record Outcome(int code, String text) {}

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        for (String tool : new String[] {"java", "javac"}) {
            Files.createFile(
                    home.resolve("bin").resolve(tool),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void module(String name, Instant sourceTime) throws IOException {
        write("pom.xml", Instant.EPOCH);
        write("chassis/pom.xml", Instant.EPOCH);
        write("chassis/src/main/A.java", Instant.EPOCH);
        write(name + "/pom.xml", Instant.EPOCH);
        write(name + "/src/main/A.java", sourceTime);
        write(name + "/target/" + name + ".jar", BUILT);
    }

    private void write(String name, Instant time) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content");
        Files.setLastModifiedTime(file, FileTime.from(time));
        Files.setLastModifiedTime(file.getParent(), FileTime.from(time));
    }
}
