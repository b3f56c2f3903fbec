package io.crosscare.settlement.benefit.model;

import static io.crosscare.settlement.benefit.model.BillBuilder.aBill;
import static io.crosscare.settlement.benefit.model.DestinationType.IN_CITY;
import static io.crosscare.settlement.benefit.model.DestinationType.IN_PROVINCE;
import static io.crosscare.settlement.benefit.model.InstitutionLevel.COM;
import static io.crosscare.settlement.benefit.model.InstitutionLevel.L1;
import static io.crosscare.settlement.benefit.model.InstitutionLevel.L2;
import static io.crosscare.settlement.benefit.model.InstitutionLevel.L3;
import static io.crosscare.settlement.benefit.model.PersonType.ACTIVE;
import static io.crosscare.settlement.benefit.model.PersonType.DISABLED_VETERAN;
import static io.crosscare.settlement.benefit.model.PersonType.RESIDENT;
import static io.crosscare.settlement.benefit.model.PersonType.RETIRED;
import static io.crosscare.settlement.benefit.model.PersonType.RETIRED_CADRE;
import static io.crosscare.settlement.benefit.model.ServiceType.CHRONIC;
import static io.crosscare.settlement.benefit.model.ServiceType.OUTPATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.policy.ShippedPacks;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One row per clause of the shipped policies: where it stands, a bill that it decides, and what it must give. Each bill's
 * eligible cost is 100,000.00 yuan unless the row says otherwise.
 */
class PolicyClausesTest {

    private static final long COST = 10_000_000;

    /**
     * A row.
     *
     * @param before what the year already holds
     * @param transfer transfer self-pay in fen; likewise the others, ratio in basis points
     */
    record Row(
            String clause,
            BillBuilder bill,
            Map<String, Long> before,
            long transfer,
            long deductible,
            int ratio,
            long pooled,
            long large) {

        @Override
        public String toString() {
            return clause;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(transfers(), stays(), outpatients(), nanjing()).flatMap(List::stream);
    }

    private static List<Row> transfers() {
        return List.of(
                row("Z 六(一)1 职工 特殊治疗 先付10%", stay(ACTIVE).forTreatment("ST04"), 1_000_000, 80_000, 8_700, 7_760_400),
                row("Z 六(一)1 离休 特殊治疗 先付10%", stay(RETIRED_CADRE).forTreatment("ST15"), 1_000_000, 0, 10_000, 9_000_000),
                row(
                        "Z 六(一)1 伤残军人 特殊治疗 先付10%",
                        stay(DISABLED_VETERAN).forTreatment("ST15"), 1_000_000, 0, 10_000, 9_000_000),
                row("Z 六(一)1 居民 特殊治疗 社区比例的50%", stay(RESIDENT).forTreatment("ST16"), 0, 80_000, 4_250, 4_216_000),
                row("Z 六(二) 职工 非特殊 先付40%", stay(ACTIVE).transferred(), 4_000_000, 80_000, 8_700, 5_150_400),
                row("Z 六(二) 离休 非特殊 先付40%", stay(RETIRED_CADRE).transferred(), 4_000_000, 0, 10_000, 6_000_000),
                row("Z 六(二) 居民 非特殊 先付20%，社区比例的50%", stay(RESIDENT).transferred(), 2_000_000, 80_000, 4_250, 3_366_000),
                row(
                        "Z 六(二) 居民 门诊转外 社区门诊比例的50%，封顶800元",
                        stay(RESIDENT).as(OUTPATIENT).transferred(), 2_000_000, 0, 3_000, 80_000),
                row("解读12 市内异地不属转外", stay(ACTIVE).transferred().to(IN_CITY), 0, 80_000, 8_700, 8_630_400),
                row("Z 六 省内转外同样先付", stay(ACTIVE).transferred().to(IN_PROVINCE), 4_000_000, 80_000, 8_700, 5_150_400),
                row("解读4 长期异地不先付", stay(ACTIVE), 0, 80_000, 8_700, 8_630_400));
    }

    private static List<Row> stays() {
        return List.of(
                row("T1 职工住院 二级", stay(ACTIVE).at(L2), 0, 50_000, 9_100, 9_054_500),
                row("T1 职工住院 一级", stay(ACTIVE).at(L1), 0, 20_000, 9_500, 9_481_000),
                row("T1 职工住院 基层按一级", stay(ACTIVE).at(COM), 0, 20_000, 9_500, 9_481_000),
                row("T1 退休住院 三级", stay(RETIRED), 0, 80_000, 9_100, 9_027_200),
                row("T1 退休住院 二级", stay(RETIRED).at(L2), 0, 50_000, 9_400, 9_353_000),
                row("T1 退休住院 一级", stay(RETIRED).at(L1), 0, 20_000, 9_800, 9_780_400),
                row("T1 居民住院 三级", stay(RESIDENT), 0, 80_000, 6_500, 6_448_000),
                row("T1 居民住院 二级", stay(RESIDENT).at(L2), 0, 50_000, 7_500, 7_462_500),
                row("T1 居民住院 一级", stay(RESIDENT).at(L1), 0, 20_000, 8_500, 8_483_000),
                row("T1 第二次住院起付线减半", stay(ACTIVE), Map.of("2019/admissions", 1L), 0, 40_000, 8_700, 8_665_200, 0),
                row("T1 第三次住院起付线免除", stay(ACTIVE), Map.of("2019/admissions", 2L), 0, 0, 8_700, 8_700_000, 0),
                row("T1 第四次住院起付线免除", stay(ACTIVE), Map.of("2019/admissions", 3L), 0, 0, 8_700, 8_700_000, 0),
                row("T1 上年住院不计", stay(ACTIVE), Map.of("2018/admissions", 5L), 0, 80_000, 8_700, 8_630_400, 0),
                row(
                        "T1 职工统筹年度限额30万，大额90%",
                        stay(ACTIVE), Map.of("2019/pooled", 30_000_000L), 0, 80_000, 8_700, 0, 8_928_000),
                row(
                        "T1 大额年度限额40万",
                        stay(ACTIVE),
                        Map.of("2019/pooled", 30_000_000L, "2019/large", 39_999_999L),
                        0,
                        80_000,
                        8_700,
                        0,
                        1),
                row(
                        "T1 居民统筹年度限额25万，无大额",
                        stay(RESIDENT),
                        Map.of("2019/pooled", 24_900_000L),
                        0,
                        80_000,
                        6_500,
                        100_000,
                        0),
                row("M 离休范围内全额，无起付线", stay(RETIRED_CADRE), 0, 0, 10_000, 10_000_000));
    }

    private static List<Row> outpatients() {
        Map<String, Long> used = Map.of("2019/deductible.outpatient", 200_000L);
        return List.of(
                row("T1 门诊起付线 在职800元", visit(ACTIVE), 0, 80_000, 6_000, 1_000_000),
                row("T1 门诊起付线 退休500元", visit(RETIRED), 0, 50_000, 6_500, 1_000_000),
                row("T1 门诊 已付起付线不再付", visit(RETIRED), used, 0, 0, 6_500, 1_000_000, 0),
                row("T1 门诊年度限额1万元", visit(ACTIVE), Map.of("2019/pooled.outpatient", 999_999L), 0, 80_000, 6_000, 1, 0),
                row("T1 在职门诊 二级", visit(ACTIVE).at(L2), 0, 80_000, 7_500, 1_000_000),
                row("T1 在职门诊 一级", visit(ACTIVE).at(L1), 0, 80_000, 8_000, 1_000_000),
                row("T1 在职门诊 社区", visit(ACTIVE).at(COM), 0, 80_000, 9_000, 1_000_000),
                row("T1 退休门诊 二级", visit(RETIRED).at(L2), 0, 50_000, 8_000, 1_000_000),
                row("T1 退休门诊 一级", visit(RETIRED).at(L1), 0, 50_000, 8_000, 1_000_000),
                row("T1 退休门诊 社区", visit(RETIRED).at(COM), 0, 50_000, 9_000, 1_000_000),
                row("A 门慢80%，年度限额4000元", stay(ACTIVE).as(CHRONIC), 0, 0, 8_000, 400_000));
    }

    private static List<Row> nanjing() {
        return List.of(
                row("D4 南京在职住院 三级", nanjing(ACTIVE), 0, 100_000, 9_000, 8_910_000),
                row("D4 南京在职住院 二级", nanjing(ACTIVE).at(L2), 0, 50_000, 9_500, 9_452_500),
                row("D4 南京在职住院 一级", nanjing(ACTIVE).at(L1), 0, 30_000, 9_700, 9_670_900),
                row("D4 南京退休住院 三级", nanjing(RETIRED), 0, 100_000, 9_300, 9_207_000),
                row("D6 南京转外比例降10个百分点", nanjing(RETIRED).transferred(), 0, 100_000, 8_300, 8_217_000),
                row("M 南京门统 在职", nanjing(ACTIVE).as(OUTPATIENT), 0, 120_000, 6_000, 200_000),
                row("M 南京门统 在职社区", nanjing(ACTIVE).as(OUTPATIENT).at(COM), 0, 120_000, 7_000, 200_000),
                row("M 南京门统 退休", nanjing(RETIRED).as(OUTPATIENT), 0, 100_000, 7_000, 300_000),
                row("A 南京门慢 退休", nanjing(RETIRED).as(CHRONIC), 0, 80_000, 7_500, 400_000));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givesWhatTheClauseSays(Row row) {
        PolicyPack pack = ShippedPacks.governing(row.bill().circumstances());

        SplitAmounts amounts = row.bill().split(pack, Counters.of(row.before())).amounts();

        assertThat(amounts.transferSelfPay().fen()).as("transfer").isEqualTo(row.transfer());
        assertThat(amounts.deductible().fen()).as("deductible").isEqualTo(row.deductible());
        assertThat(amounts.reimbursementRatio().basisPoints()).as("ratio").isEqualTo(row.ratio());
        assertThat(amounts.pooledFundPay().fen()).as("pooled").isEqualTo(row.pooled());
        assertThat(amounts.largeAmountPay().fen()).as("large").isEqualTo(row.large());
    }

    private static BillBuilder stay(PersonType personType) {
        return aBill().of(personType).covered(COST);
    }

    private static BillBuilder visit(PersonType personType) {
        return stay(personType).as(OUTPATIENT).at(L3);
    }

    private static BillBuilder nanjing(PersonType personType) {
        return aBill().insuredInNanjing().of(personType).covered(COST);
    }

    private static Row row(String clause, BillBuilder bill, long transfer, long deductible, int ratio, long pooled) {
        return row(clause, bill, Map.of(), transfer, deductible, ratio, pooled, 0);
    }

    private static Row row(
            String clause,
            BillBuilder bill,
            Map<String, Long> before,
            long transfer,
            long deductible,
            int ratio,
            long pooled,
            long large) {
        return new Row(clause, bill, before, transfer, deductible, ratio, pooled, large);
    }
}
