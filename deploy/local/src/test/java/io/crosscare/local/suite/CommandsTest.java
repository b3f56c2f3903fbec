package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.local.data.DataFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--exit",
                "--demo --exit --detach",
                "--port-base 80",
                "--port-base many",
                "--port-base 65530",
                "--wrong",
                "extra"
            })
    void refusesOptionsOfUpThatMakeNoSense(String options) {
        int code = run(new Up(new StopRequest()), options);

        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).isNotBlank();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--role NURSE, no such role",
        "--role HOSPITAL --institution 12, H and eleven digits",
        "--role AGENCY --region 3211, six digits",
        "--role OPERATOR --ttl soon, 'write 90s'",
        "--ttl 8h, --role",
        "--role AGENCY --region 321100, run deploy/local/up first"
    })
    void saysWhatIsWrongWithATokenRequest(String options, String expected) {
        int code = run(new TokenCommand(), options);

        assertThat(code).isNotZero();
        assertThat(errors.toString()).contains(expected);
    }

    @Test
    void refusesToResetADirectoryOfSomebodyElse() throws Exception {
        Path strange = Files.createDirectories(folder.resolve("data"));
        Files.writeString(strange.resolve("thesis.txt"), "precious");

        int code = run(new Up(new StopRequest()), "--reset");

        assertThat(code).isEqualTo(1);
        assertThat(errors.toString()).contains("not a CrossCare data directory");
        assertThat(strange.resolve("thesis.txt")).exists();
    }

    @Test
    void refusesToResetWhatRuns() throws Exception {
        DataFolder data = noteThatThisProcessSupervises();

        int code = run(new Up(new StopRequest()), "--reset");

        assertThat(code).isEqualTo(1);
        assertThat(data.isOurs()).isTrue();
    }

    @Test
    void startsNothingWhereASuiteRuns() throws Exception {
        noteThatThisProcessSupervises();

        int code = run(new Up(new StopRequest()), "--port-base 8080");

        assertThat(code).isZero();
    }

    @Test
    void saysThatTheRunningSuiteHasOtherPorts() throws Exception {
        noteThatThisProcessSupervises();

        assertThat(run(new Up(new StopRequest()), "--port-base 9080")).isEqualTo(1);
        assertThat(run(new Status(), "--port-base 9080")).isEqualTo(3);
        assertThat(run(new Down(), "--port-base 9080")).isEqualTo(1);
    }

    @Test
    void tellsByExitCodeWhetherASuiteRuns() throws Exception {
        int before = run(new Status(), "");
        noteThatThisProcessSupervises();

        assertThat(before).isEqualTo(3);
        assertThat(run(new Status(), "")).isZero();
    }

    @Test
    void hasNothingToAuditWhereNoSuiteRuns() throws Exception {
        int before = run(new AuditCommand(), "");
        noteThatThisProcessSupervises();

        assertThat(before).isEqualTo(2);
        assertThat(run(new AuditCommand(), "--port-base 9080")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "token", "audit", "backup", "restore"})
    void explainsEveryOptionInTheHelpOfItsScript(String script) throws Exception {
        Map<String, Callable<Integer>> commands = Map.of(
                "up",
                new Up(new StopRequest()),
                "down",
                new Down(),
                "status",
                new Status(),
                "token",
                new TokenCommand(),
                "audit",
                new AuditCommand(),
                "backup",
                new BackupCommand(),
                "restore",
                new RestoreCommand());
        Set<String> known = new CommandLine(commands.get(script))
                .getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .map(CommandLine.Model.OptionSpec::longestName)
                        .collect(Collectors.toCollection(TreeSet::new));
        known.add("--help");

        Set<String> explained = Pattern.compile("(?m)^  (--[a-z-]+)")
                .matcher(Files.readString(Path.of(script)))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(explained).isEqualTo(known);
    }

    private DataFolder noteThatThisProcessSupervises() throws Exception {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        data.prepare();
        new StateFile(data.suiteFile())
                .write(new SuiteState(
                        SuiteState.Phase.READY,
                        "2026-03-02T08:00:00Z",
                        8080,
                        ProcessId.of(ProcessHandle.current()),
                        List.of()));
        return data;
    }

    private int run(Callable<Integer> command, String options) {
        CommandLine line = Commands.lineOf(command);
        line.setErr(new PrintWriter(errors, true));
        List<String> arguments = new ArrayList<>(List.of(
                "--root",
                folder.toString(),
                "--local",
                folder.toString(),
                "--data",
                folder.resolve("data").toString()));
        if (!options.isEmpty()) {
            arguments.addAll(List.of(options.split(" ", -1)));
        }
        return line.execute(arguments.toArray(String[]::new));
    }
}
