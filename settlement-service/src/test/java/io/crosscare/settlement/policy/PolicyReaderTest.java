package io.crosscare.settlement.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.DocumentFlaw;
import io.crosscare.settlement.document.DocumentRefused;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants one fault at a time in a shipped pack: each is refused with its line. */
class PolicyReaderTest {

    private static final String PACK = "321100-employee-2019";
    private static final String NANJING = "320100-employee-2024";

    /**
     * A planted fault.
     *
     * @param marker text in the line that must be named, after the fault is planted
     */
    record Fault(String pack, String from, String to, String place, String marker) {

        @Override
        public String toString() {
            return from + " → " + to;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                fault("plan: EMPLOYEE", "plan: EMPLOYE", "plan"),
                fault("region: \"321100\"", "region: \"32110\"", "region"),
                fault("from: 2019-01-01", "from: 2019-1-1", "from"),
                fault("to: 2022-12-31", "to: 2018-12-31", "to"),
                fault("to: 2022-12-31", "until: 2022-12-31", "until"),
                fault("personTypes: [ACTIVE, RETIRED]", "personTypes: [ACTIVE, RESIDENT]", "personTypes[1]"),
                fault("personTypes: [ACTIVE, RETIRED]", "personTypes: [ACTIVE, ACTIVE]", "personTypes[1]"),
                fault("personTypes: [ACTIVE, RETIRED]", "personTypes: []", "personTypes"),
                fault("{bp: 1000, source: Z6-1", "{bp: 10001, source: Z6-1", "figures.ZJ.EMP.TR.SPEC.UP.bp"),
                fault("{bp: 1000, source: Z6-1", "{bp: -1, source: Z6-1", "figures.ZJ.EMP.TR.SPEC.UP.bp"),
                fault("{bp: 1000, source: Z6-1", "{bp: 10%, source: Z6-1", "figures.ZJ.EMP.TR.SPEC.UP.bp"),
                fault("{bp: 1000, source: Z6-1", "{fen: 1000, source: Z6-1", "figures.ZJ.EMP.TR.SPEC.UP.fen"),
                fault("{bp: 1000, source: Z6-1", "{bp: 1000, note: x, source: Z6-1", "figures.ZJ.EMP.TR.SPEC.UP.note"),
                fault("{bp: 1000, source: Z6-1", "{bp: 1000, source: Z7", "figures.ZJ.EMP.TR.SPEC.UP.source"),
                fault(
                        "source: Z6-1, confidence: documented",
                        "source: Z6-1, confidence: certain",
                        "figures.ZJ.EMP.TR.SPEC.UP.confidence"),
                fault("  ZJ.EMP.CAP:", "  ZJ.EMP.LARGE.CAP:", "figures.ZJ.EMP.LARGE.CAP", "fen: 40000000"),
                fault(
                        "special: {upfront: ZJ.EMP.TR.SPEC.UP}",
                        "special: {upfront: ZJ.NOWHERE}",
                        "transfer.special.upfront"),
                fault(
                        "special: {upfront: ZJ.EMP.TR.SPEC.UP}",
                        "special: {}",
                        "figures.ZJ.EMP.TR.SPEC.UP",
                        "ZJ.EMP.TR.SPEC.UP:"),
                fault(
                        "special: {upfront: ZJ.EMP.TR.SPEC.UP}",
                        "special: {clinicShare: ZJ.EMP.TR.SPEC.UP}",
                        "transfer",
                        "destinations:"),
                fault("ceiling: ZJ.EMP.OP.CAP", "ceilling: ZJ.EMP.OP.CAP", "services.OUTPATIENT.ceilling"),
                fault(
                        "      yearly: {ACTIVE: ZJ.EMP.OP.DED.ACT, RETIRED: ZJ.EMP.OP.DED.RET}",
                        "      yearly: {ACTIVE: ZJ.EMP.OP.DED.ACT}",
                        "services.OUTPATIENT.deductible.yearly"),
                fault(
                        "        COM: ZJ.EMP.OP.RATIO.ACT.COM\n",
                        "",
                        "services.OUTPATIENT.ratio.ACTIVE",
                        "L3: ZJ.EMP.OP.RATIO.ACT.L3"),
                fault(
                        "        COM: ZJ.EMP.OP.RATIO.ACT.COM\n",
                        "        L4: ZJ.EMP.OP.RATIO.ACT.COM\n",
                        "services.OUTPATIENT.ratio.ACTIVE.L4"),
                fault("    ceiling: ZJ.EMP.CAP\n", "", "services.INPATIENT", "    deductible:\n      # 基层"),
                fault(
                        "accountScope: READING.24",
                        "accountScope: READING.25",
                        "figures.READING.25.reading",
                        "READING.25:   "),
                fault(
                        "CROSS_PROVINCE: CATALOGUE.CROSS_PROVINCE",
                        "ABROAD: CATALOGUE.CROSS_PROVINCE",
                        "readings.catalogue.ABROAD"),
                new Fault(
                        NANJING,
                        "{shiftBp: -1000",
                        "{shiftBp: 1000",
                        "figures.NJ.EMP.TR.DELTA.shiftBp",
                        "{shiftBp: 1000"),
                new Fault(
                        NANJING,
                        "{upToFen: 6000000, bp: 6500}",
                        "{upToFen: 4000000, bp: 6500}",
                        "figures.NJ.EMP.DB.BANDS.2024.bands[1].upToFen",
                        "{upToFen: 4000000, bp: 6500}"),
                new Fault(
                        NANJING,
                        "{upToFen: 4000000, bp: 6000}",
                        "{upToFen: 1500000, bp: 6000}",
                        "figures.NJ.EMP.DB.BANDS.2024.bands[0].upToFen",
                        "upToFen: 1500000"),
                new Fault(
                        NANJING,
                        "- {bp: 8000}",
                        "- {upToFen: 20000000, bp: 8000}",
                        "figures.NJ.EMP.DB.BANDS.2024.bands[4].upToFen",
                        "upToFen: 20000000"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesThePlantedFaultWithItsLine(Fault fault) {
        String sound = ShippedPacks.document(fault.pack());
        assertThat(sound).contains(fault.from());
        String faulty = sound.replace(fault.from(), fault.to());

        DocumentFlaw flaw = flawOf(faulty);

        assertThat(flaw.place()).isEqualTo(fault.place());
        assertThat(flaw.line()).isEqualTo(lineOf(faulty, fault.marker()));
        assertThat(flaw.zh()).isNotBlank();
    }

    @Test
    void refusesWhatIsNoYaml() {
        DocumentFlaw flaw = flawOf("policy: x\nplan: [EMPLOYEE\nregion: 1\n");

        assertThat(flaw.line()).isGreaterThan(1);
        assertThat(flaw.place()).isEqualTo("document");
    }

    @Test
    void refusesAliases() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";

        assertThat(flawOf(bomb).place()).isEqualTo("document");
    }

    @Test
    void refusesWhatPassesALimit() {
        assertThat(flawOf("a: " + "x".repeat(600_000)).en()).startsWith("passes a limit");
        assertThat(flawOf("a: " + "[".repeat(40) + "]".repeat(40)).place()).isEqualTo("document");
    }

    @Test
    void refusesAnEmptyDocument() {
        assertThat(flawOf("# nothing\n").en()).isEqualTo("the document is empty");
    }

    @Test
    void givesTheSameHashWhateverTheLineEnds() {
        String document = ShippedPacks.document(PACK);

        CanonicalText fromWindows = new CanonicalText("\uFEFF" + document.replace("\n", "\r\n") + "\r\n");

        assertThat(fromWindows.hash()).isEqualTo(new CanonicalText(document).hash());
    }

    private static DocumentFlaw flawOf(String document) {
        return assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> PolicyReader.read(new CanonicalText(document)))
                .actual()
                .flaw();
    }

    private static int lineOf(String document, String marker) {
        int at = document.indexOf(marker);
        assertThat(at).as("marker %s", marker).isNotNegative();
        return (int) document.substring(0, at).lines().count() + (document.charAt(at - 1) == '\n' ? 1 : 0);
    }

    private static Fault fault(String from, String to, String place) {
        return fault(from, to, place, to.strip());
    }

    private static Fault fault(String from, String to, String place, String marker) {
        return new Fault(PACK, from, to, place, marker);
    }
}
