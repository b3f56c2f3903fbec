package io.crosscare.registry.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionKind;
import io.crosscare.registry.model.InstitutionLevel;
import io.crosscare.registry.model.Mark;
import io.crosscare.registry.model.Marked;
import io.crosscare.registry.model.Region;
import io.crosscare.registry.model.RegionKind;
import io.crosscare.registry.model.ShippedFacts;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedFactsTest {

    private static final SeedFacts FACTS = ShippedFacts.facts();
    private static final String HEADER =
            "insured_region,destination,destination_code,service_type,from_date,status,categories,direction,note,source\n";

    @Test
    void holdsTheFortySixWithTheirMarksAsPrinted() {
        Map<Set<String>, Long> patterns = institutionsIn("321100").stream()
                .map(institution -> institution.capabilities().stream()
                        .map(capability -> capability.kind().name())
                        .collect(Collectors.toSet()))
                .collect(Collectors.groupingBy(names -> names, Collectors.counting()));

        assertThat(patterns)
                .containsOnly(
                        Map.entry(Set.of("IN_PROVINCE", "CROSS_PROVINCE_INPATIENT", "SHANGHAI_OUTPATIENT"), 38L),
                        Map.entry(Set.of("IN_PROVINCE"), 8L));
    }

    @Test
    void holdsTheTwentyThreeOfShanghaiWithProposedLevels() {
        List<Institution> shanghai = institutionsIn("310000");

        assertThat(shanghai).hasSize(23);
        assertThat(shanghai)
                .filteredOn(institution ->
                        institution.level() instanceof Marked(var level, var _) && level == InstitutionLevel.L3)
                .hasSize(15)
                .allMatch(institution -> institution.kind() == InstitutionKind.HOSPITAL);
        assertThat(shanghai).filteredOn(in("310117")).hasSize(5);
        assertThat(shanghai).filteredOn(in("310116")).hasSize(3);
        assertThat(shanghai).allSatisfy(institution -> {
            assertThat(institution.level()).extracting(Marked::mark).isEqualTo(Mark.ASSUMED);
            assertThat(institution.district()).extracting(Marked::mark).isEqualTo(Mark.ASSUMED);
        });
    }

    @Test
    void knowsNoLevelWhereTheSourcesGiveNone() {
        assertThat(institutionsIn("321100")).allMatch(institution -> institution.level() == null);
    }

    @Test
    void tellsCentresAndClinicsFromHospitals() {
        Map<InstitutionKind, Long> kinds = institutionsIn("321100").stream()
                .collect(Collectors.groupingBy(Institution::kind, Collectors.counting()));

        assertThat(kinds)
                .containsOnly(
                        Map.entry(InstitutionKind.HOSPITAL, 14L),
                        Map.entry(InstitutionKind.COMMUNITY_CENTRE, 18L),
                        Map.entry(InstitutionKind.TOWNSHIP_CLINIC, 14L));
    }

    @Test
    void holdsTheSeventeenAgenciesWithTheHotlinesOfTheirRegion() {
        Map<String, Agency> byRegion = FACTS.agencies().stream()
                .collect(Collectors.toMap(agency -> agency.region().value(), agency -> agency));

        assertThat(byRegion).hasSize(17).containsKeys("320000", "321100", "321181", "321182", "321183");
        assertThat(agency(byRegion, "321100").phone()).isEqualTo("0511-85340390");
        assertThat(agency(byRegion, "320100").hotlines()).hasSize(3);
        assertThat(agency(byRegion, "320000").hotlines())
                .singleElement()
                .extracting("phone")
                .isEqualTo("0511-12333");
    }

    @Test
    void knowsPoolingRegionsAndWhichAreHosted() {
        assertThat(FACTS.regions().regions()).hasSize(45);
        assertThat(FACTS.regions().regions())
                .filteredOn(Region::isHosted)
                .extracting(region -> region.code().value())
                .containsExactly("320100", "321100");
        assertThat(poolingRegionOf("321171")).isEqualTo("321100");
        assertThat(poolingRegionOf("321181")).isEqualTo("321181");
        assertThat(poolingRegionOf("310117")).isEqualTo("310000");
        assertThat(poolingRegionOf("339900")).isEqualTo("339900");
        assertThat(poolingRegionOf("440300")).isEqualTo("440300");
        assertThat(FACTS.regions().find(new RegionCode("310000")))
                .extracting(Region::kind)
                .isEqualTo(RegionKind.MUNICIPALITY);
    }

    @Test
    void splitsConnectivityByServiceAndDirection() {
        List<String> ids =
                FACTS.connectivity().stream().map(ConnectivityRow::id).toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .contains(
                        "321100-310000-OUTPATIENT-OUTBOUND",
                        "310000-321100-OUTPATIENT-INBOUND",
                        "320000-321100-INPATIENT-INBOUND",
                        "310000-320100-OUTPATIENT-INBOUND")
                .doesNotContain("321100-321100-OUTPATIENT-INBOUND", "320000-320100-OUTPATIENT-INBOUND");
        assertThat(ids).filteredOn(id -> id.endsWith("OUTBOUND")).hasSize(18);
        assertThat(ids).filteredOn(id -> id.endsWith("INBOUND")).hasSize(9);
    }

    @Test
    void namesTheDocumentsAndMarksWhatIsReadIntoThem() {
        ConnectivityRow month = row("*-320100-INPATIENT-INBOUND");
        ConnectivityRow day = row("320100-310000-OUTPATIENT-OUTBOUND");

        assertThat(month.from()).hasToString("2019-08-01");
        assertThat(month.fromMark()).isEqualTo(Mark.ASSUMED);
        assertThat(day.fromMark()).isEqualTo(Mark.OFFICIAL);
        assertThat(day.source()).isEqualTo("N 长三角段, Q1, Q10");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        321100,x,310000,outpatient,,open,everybody,outbound,,000_1809a0f3a9c00403.txt 五|categories: unknown word 'everybody'
        321100,x,310000,dental,,open,all covered categories,outbound,,000_1809a0f3a9c00403.txt 五|service_type: unknown word 'dental'
        321100,x,310000,outpatient,,perhaps,all covered categories,outbound,,000_1809a0f3a9c00403.txt 五|status: unknown word 'perhaps'
        321100,x,310000,outpatient,,open,all covered categories,sideways,,000_1809a0f3a9c00403.txt 五|direction: unknown word 'sideways'
        321100,x,310000,outpatient,2019-13,open,all covered categories,outbound,,000_1809a0f3a9c00403.txt 五|from_date: '2019-13' is not understood
        321100,x,Shanghai,outpatient,,open,all covered categories,outbound,,000_1809a0f3a9c00403.txt 五|destination_code: 'Shanghai' is not understood
        ,x,310000,outpatient,,open,all covered categories,outbound,,000_1809a0f3a9c00403.txt 五|insured_region: is empty
        321100,x,310000,outpatient,,open,-,outbound,,000_1809a0f3a9c00403.txt 五|categories: does not go with the status
        321100,x,310000,outpatient,,planned,employee+resident,outbound,,000_1809a0f3a9c00403.txt 五|categories: does not go with the status
        321100,x,310000,outpatient,,open,all covered categories,outbound,,hearsay|source: 'hearsay' is not understood
        """)
    void refusesWhatItDoesNotUnderstandNamingFileAndLine(String row, String complaint) {
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> connectivity(row))
                .withMessage("connectivity.csv line 2, " + complaint);
    }

    @Test
    void refusesARowThatIsStatedTwice() {
        String row = "321100,x,310000,outpatient,,open,all covered categories,outbound,,000_1809a0f3a9c00403.txt 五";

        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> connectivity(row + "\n" + row))
                .withMessageContaining("line 3")
                .withMessageContaining("a second time");
    }

    @Test
    void refusesAHotlineThatBelongsToNoAgency() throws IOException {
        SeedTable agencies = SeedTable.read(
                "agencies.csv", new StringReader("no,name,address,phone,city,region_code,note\n1,a,b,1,c,321100,"));
        SeedTable hotlines =
                SeedTable.read("hotlines.csv", new StringReader("region,topic,phone,source\n320100,cards,2,N Q5"));

        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> AgencyTable.read(agencies, hotlines))
                .withMessage("hotlines.csv line 2, region: has no agency");
    }

    private static List<ConnectivityRow> connectivity(String rows) throws IOException {
        return ConnectivityTable.read(SeedTable.read("connectivity.csv", new StringReader(HEADER + rows)));
    }

    private static List<Institution> institutionsIn(String region) {
        return FACTS.institutions().stream()
                .filter(institution -> institution.region().value().equals(region))
                .toList();
    }

    private static Predicate<Institution> in(String district) {
        return institution -> institution.isIn(new RegionCode(district));
    }

    private static ConnectivityRow row(String id) {
        return FACTS.connectivity().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + id));
    }

    private static String poolingRegionOf(String code) {
        return FACTS.regions().poolingRegionOf(new RegionCode(code)).value();
    }

    private static Agency agency(Map<String, Agency> byRegion, String region) {
        @Nullable Agency agency = byRegion.get(region);
        if (agency == null) {
            throw new AssertionError("no agency of " + region);
        }
        return agency;
    }
}
