package io.crosscare.benchmark.settle;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.benchmark.command.Program;
import io.crosscare.benchmark.settle.LongChainSettings.Part;
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

class LongChainBenchmarkTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final LongChainBenchmark program =
            new LongChainBenchmark(new PrintStream(said, true, StandardCharsets.UTF_8));
    private final CommandLine line = Program.lineOf(program);

    @Test
    void comparesWhatTheBarsAreSetFor() {
        line.parseArgs("--root", ".");

        LongChainSettings settings = program.settings();

        assertThat(settings.parts()).containsExactly(Part.STORES, Part.PERSONS);
        assertThat(settings.longChain()).isEqualTo(10_000);
        assertThat(settings.shortChain()).isEqualTo(10);
        assertThat(settings.much()).isEqualTo(200_000);
        assertThat(settings.little()).isEqualTo(2_000);
        assertThat(settings.warmUp()).isEqualTo(60_000);
        assertThat(settings.isTrial()).isFalse();
    }

    @Test
    void takesWhatIsSaid() {
        line.parseArgs(("--root . --quick --part persons --rounds 3 --persons 2 --settlements 4 --long 50 --short 5"
                        + " --much 600 --little 200 --in-flight 1 --warm-up 0 --seed 9")
                .split(" "));

        assertThat(program.settings())
                .isEqualTo(new LongChainSettings(List.of(Part.PERSONS), 3, 2, 4, 50, 5, 600, 200, 1, 0, 9, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--root .", "--root . --quick", "--root . --warm-up 0", "--root . --part stores"})
    void leavesBothStoresWithTheirNumberOfEntries(String arguments) {
        line.parseArgs(arguments.split(" "));
        LongChainSettings settings = program.settings();

        int alike = settings.ofShort() + LongChainSettings.WARMING + settings.settledToWarmUp();

        assertThat(settings.fillingOfLittle()).isNotNegative();
        assertThat(alike + settings.fillingOfLittle()).isEqualTo(settings.little());
        assertThat(alike + settings.ofLong() + settings.fillingOfMuch()).isEqualTo(settings.much());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 600, 60_000})
    void warmsUpWithAsManyRequestsAsAreAskedFor(int requests) {
        line.parseArgs("--root", ".", "--warm-up", String.valueOf(requests));
        LongChainSettings settings = program.settings();

        assertThat(settings.visitsToWarmUp() * LongChainSettings.REQUESTS_OF_VISIT)
                .isBetween(requests, requests + LongChainSettings.REQUESTS_OF_VISIT - 1);
        assertThat(settings.settledToWarmUp()).isBetween(0, settings.visitsToWarmUp());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rounds 0                     | --rounds: 应大于零",
                "--persons 0                    | --persons: 应大于零",
                "--settlements 15               | --settlements: 不应少于 --persons",
                "--long 10                      | --long: 应大于 --short",
                "--short 0                      | --short: 应大于零",
                "--in-flight 0                  | --in-flight: 应大于零",
                "--warm-up -1                   | --warm-up: 不能为负",
                "--little 1000                  | --little: 应不少于 1220",
                "--much 100000                  | --much: 应不少于 162000",
                "--part all                     | 参数说明见 --help",
                "--port-base x                  | 参数说明见 --help",
                "--slow                         | 参数说明见 --help",
            })
    void endsWithTwoWhenCalledWrongly(String arguments, String complaint) {
        StringWriter complaints = new StringWriter();
        line.setErr(new PrintWriter(complaints, true));

        int code = line.execute(("--root . " + arguments.strip()).split(" "));

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(complaints.toString()).contains(complaint);
        assertThat(said.size()).as("what it did before").isZero();
    }
}
