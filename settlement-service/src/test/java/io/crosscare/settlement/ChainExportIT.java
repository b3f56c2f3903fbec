package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Chains as files, through the door, on real stores. */
@SettlementServiceTest
class ChainExportIT {

    private static final Caller OTHER_AGENCY = new Caller.Agency("nanjing", new RegionCode("320100"));

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void writesAPersonsChainWithItsHead() {
        String person = Doors.person();
        doors.openD01(person);
        String hash =
                doors.get(Doors.ZHENJIANG, "/persons/" + person + "/chain").text("/items/1/hash");

        List<String> lines = export(Doors.ZHENJIANG, "?personId=" + person);

        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).startsWith("{\"type\":\"export\",\"version\":1,");
        assertThat(lines.get(1)).contains("\"_id\": \"" + person + ":0000000001\"", "\"kind\": \"OPENING\"");
        assertThat(lines.get(3))
                .isEqualTo("{\"type\":\"head\",\"personId\":\"" + person + "\",\"firstSeq\":1,\"seq\":2,\"hash\":\""
                        + hash + "\"}");
        assertThat(lines.get(4)).startsWith("{\"type\":\"end\",\"chains\":1,\"entries\":2,\"digest\":\"");
    }

    @Test
    void writesTheChainsOfARegion() {
        String person = Doors.person();
        doors.openD01(person);

        List<String> own = export(Doors.ZHENJIANG, "");
        List<String> asked = export(Doors.OPERATOR, "?insuredRegion=321100");
        List<String> later = export(Doors.OPERATOR, "?insuredRegion=321100&from=2999-01-01");
        List<String> others = export(OTHER_AGENCY, "");

        assertThat(own).anyMatch(line -> line.contains("\"_id\": \"" + person + ":0000000002\""));
        assertThat(asked).hasSizeGreaterThanOrEqualTo(5);
        assertThat(later).hasSize(2);
        assertThat(others).noneMatch(line -> line.contains(person));
    }

    @Test
    void isForThoseWhoAudit() {
        String person = Doors.person();

        answer(Doors.ZHONGSHAN, "?personId=" + person).expect(403);
        answer(Doors.insured(person), "?personId=" + person).expect(403);
        answer(OTHER_AGENCY, "?personId=" + person).expect(404);
        answer(OTHER_AGENCY, "?insuredRegion=321100").expect(403);
        assertThat(answer(Doors.OPERATOR, "").expect(400).text("/errors/0/field"))
                .isEqualTo("insuredRegion");
        assertThat(answer(Doors.OPERATOR, "?insuredRegion=321100&from=2026-02-01&until=2026-01-01")
                        .expect(400)
                        .text("/errors/0/field"))
                .isEqualTo("until");
    }

    private List<String> export(Caller caller, String query) {
        return answer(caller, query).expect(200).raw().lines().toList();
    }

    private Answer answer(Caller caller, String query) {
        return doors.get(caller, "/chain-exports" + query, "application/x-ndjson");
    }
}
