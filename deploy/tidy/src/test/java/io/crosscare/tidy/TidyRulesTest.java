package io.crosscare.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.tidy.FormRules.Lengths;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each house rule finds a planted violation and lets the good neighbour pass. */
class TidyRulesTest {

    private static final Glossary GLOSSARY = Glossary.of("""
        | 起付线 | `deductible` | first paid by the person |
        <!-- banned -->
        | Not | Instead |
        |---|---|
        | `copay`, `payRate` | `coinsurance` |
        """);

    @Test
    void findsALongMethod() {
        JavaSource longOne = JavaSource.parse("class A { void a() {" + "\n".repeat(60) + "} }");
        JavaSource allowed = JavaSource.parse("class A { void a() {" + "\n".repeat(59) + "} }");

        assertThat(FormRules.lengths(longOne, Lengths.OF_MAIN)).containsExactly("line 1: a has 61 lines, 60 at most");
        assertThat(FormRules.lengths(allowed, Lengths.OF_MAIN)).isEmpty();
    }

    @Test
    void findsALongFile() {
        JavaSource source = JavaSource.parse("class A {" + "\n".repeat(400) + "}");

        assertThat(FormRules.lengths(source, Lengths.OF_MAIN)).containsExactly("401 lines, 400 at most");
    }

    @Test
    void findsAPublicTypeThatSaysNothing() {
        assertThat(FormRules.undocumented(JavaSource.parse("public record A() {}")))
                .containsExactly("line 1: A has no Javadoc");
        assertThat(FormRules.undocumented(JavaSource.parse("/** Says it. */ public record A() { record B() {} }")))
                .isEmpty();
    }

    @Test
    void findsUnfinishedWork() {
        assertThat(FormRules.unfinished(List.of("int a;", "// TO" + "DO think")))
                .containsExactly("line 2: unfinished work, without an issue");
    }

    @Test
    void findsABannedWordInsideAName() {
        JavaSource source = JavaSource.parse("record A(long copayFen) { int maxPayRate() { return 1; } }");

        assertThat(GLOSSARY.findBanned(source))
                .containsExactly(
                        "line 1: copayFen says copay: `coinsurance`", "line 1: maxPayRate says payRate: `coinsurance`");
    }

    @Test
    void aBannedWordIsNotFoundInsideAnotherWord() {
        assertThat(GLOSSARY.findBanned(JavaSource.parse("record Scopay(int copays) {}")))
                .isEmpty();
    }

    @Test
    void findsAnAmountTheGlossaryDoesNotExplain() {
        JavaSource source = JavaSource.parse("record A(long deductibleFen, long thresholdFen) {}");

        assertThat(GLOSSARY.findUnexplained(source))
                .containsExactly("line 1: the glossary does not explain thresholdFen");
    }

    @Test
    void findsALinkThatLeadsNowhere() {
        Path document = RepositoryFiles.ROOT.resolve("README.md");
        String text = """
            # 怎么用 · How to use
            [here](#怎么用--how-to-use) [there](docs/glossary.md) [host](https://example.org)
            [gone](docs/gone.md) [nowhere](#nowhere)
            """;

        assertThat(Links.broken(document, text))
                .containsExactly("link to docs/gone.md leads nowhere", "link to #nowhere leads nowhere");
    }

    @Test
    void findsAPackageThatSaysNothing() {
        Path root = RepositoryFiles.ROOT;
        Path planted = root.resolve("chassis/src/test/java/io/crosscare/chassis/testing/planted");

        assertThat(PackageInfo.missing(root, planted.resolve("unmarked"))).hasSize(1);
        assertThat(PackageInfo.missing(root, planted.resolve("visit"))).isEmpty();
    }
}
