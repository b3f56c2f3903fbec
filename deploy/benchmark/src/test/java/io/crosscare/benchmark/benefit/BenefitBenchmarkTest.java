package io.crosscare.benchmark.benefit;

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
import picocli.CommandLine;

class BenefitBenchmarkTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final BenefitBenchmark program = new BenefitBenchmark(new PrintStream(said, true, StandardCharsets.UTF_8));
    private final CommandLine line = Program.lineOf(program);

    @Test
    void measuresEverythingWhereNothingIsSaid() {
        line.parseArgs();

        assertThat(program.settings()).isEqualTo(new Settings(List.of(10, 30, 300), 10_000, 3, 5, 5, 1_000, 1));
    }

    @Test
    void measuresLittleInASmokeRunButComparesAllAnswers() {
        line.parseArgs("--quick");

        assertThat(program.settings()).isEqualTo(new Settings(List.of(10), 10_000, 1, 2, 1, 1_000, 1));
    }

    @Test
    void takesWhatIsSaid() {
        String arguments = "--quick --lines 30,10 --bills 5 --forks 2 --warm-ups 3 --iterations 4 --millis 6 --seed 7";

        line.parseArgs(arguments.split(" "));

        assertThat(program.settings()).isEqualTo(new Settings(List.of(10, 30), 5, 2, 3, 4, 6, 7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--lines 0    | --lines 应在 1 至 3000 之间",
                "--lines 3001 | --lines 应在 1 至 3000 之间",
                "--forks 0    | --forks 至少 1",
                "--bills 0    | --bills 至少 1",
                "--seed x     | 参数说明见 --help",
                "--slow       | 参数说明见 --help",
            })
    void endsWithTwoWhenCalledWrongly(String arguments, String complaint) {
        StringWriter complaints = new StringWriter();
        line.setErr(new PrintWriter(complaints, true));

        int code = line.execute(arguments.split(" "));

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(complaints.toString()).contains(complaint);
        assertThat(said.size()).as("what it did before").isZero();
    }
}
