package io.crosscare.benchmark.settle;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.benchmark.command.Program;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SickNeighbourBenchmarkTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final SickNeighbourBenchmark program =
            new SickNeighbourBenchmark(new PrintStream(said, true, StandardCharsets.UTF_8));
    private final CommandLine line = Program.lineOf(program);

    @Test
    void suspendsEachNeighbourForTwentySeconds() {
        line.parseArgs("--root", ".");

        SickNeighbourSettings settings = program.settings();

        assertThat(settings.phases())
                .containsExactly(
                        new Phase.Well(0, 20),
                        new Phase.Sick(Neighbour.REGISTRY, 20, 20),
                        new Phase.After(Neighbour.REGISTRY, 40, 20),
                        new Phase.Sick(Neighbour.FILING, 60, 20),
                        new Phase.After(Neighbour.FILING, 80, 20),
                        new Phase.Sick(Neighbour.EVENTS, 100, 20),
                        new Phase.After(Neighbour.EVENTS, 120, 20));
        assertThat(settings.rate()).isEqualTo(50);
        assertThat(settings.count()).isEqualTo(140 * 50);
        assertThat(settings.warmUp()).isEqualTo(60_000);
        assertThat(settings.isDown()).isFalse();
        assertThat(settings.isTrial()).isFalse();
    }

    @Test
    void takesWhatIsSaid() {
        line.parseArgs(("--root . --quick --neighbours events,filing --rate 3 --sick 70 --well 5 --down --warm-up 0"
                        + " --persons 4 --bar 250 --seed 9")
                .split(" "));

        assertThat(program.settings())
                .isEqualTo(new SickNeighbourSettings(
                        List.of(Neighbour.EVENTS, Neighbour.FILING), 3, 5, 70, true, 0, 4, 250, 9, true));
        assertThat(program.settings().count()).isEqualTo(3 * (5 + 2 * (70 + 5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--root .", "--root . --quick", "--root . --neighbours filing --sick 1 --well 3"})
    void leavesNoGapBetweenPhases(String arguments) {
        line.parseArgs(arguments.split(" "));
        List<Phase> phases = program.settings().phases();

        assertThat(phases.getFirst().fromSecond()).isZero();
        for (int i = 1; i < phases.size(); i++) {
            assertThat(phases.get(i).fromSecond()).isEqualTo(phases.get(i - 1).untilSecond());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate 0                    | --rate: 应大于零",
                "--sick 0                    | --sick: 应大于零",
                "--well 0                    | --well: 应大于零",
                "--persons 0                 | --persons: 应大于零",
                "--bar 0                     | --bar: 应大于零",
                "--warm-up -1                | --warm-up: 不能为负",
                "--neighbours filing,filing  | --neighbours: 每个只能一次",
                "--neighbours gateway        | 参数说明见 --help",
                "--port-base x               | 参数说明见 --help",
                "--slow                      | 参数说明见 --help",
            })
    void endsWithTwoWhenCalledWrongly(String arguments, String complaint) {
        StringWriter complaints = new StringWriter();
        line.setErr(new PrintWriter(complaints, true));

        int code = line.execute(("--root . " + arguments.strip()).split(" +"));

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(complaints.toString()).contains(complaint);
        assertThat(said.size()).as("what it did before").isZero();
    }
}
