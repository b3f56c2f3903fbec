package io.crosscare.filing.lodging.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.insured.model.PersonType;
import io.crosscare.filing.lodging.FilingRefusals;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.model.Applications;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.DoctorTitle;
import io.crosscare.filing.lodging.model.Employer;
import io.crosscare.filing.lodging.model.FactName;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.LodgerKind;
import io.crosscare.filing.lodging.model.Referral;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.lodging.model.Residence;
import io.crosscare.filing.lodging.model.ResidenceGround;
import io.crosscare.filing.lodging.model.StatedFacts;
import io.crosscare.filing.refusal.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditions of the shipped filing rules, clause by clause, and what is said of facts that break one. */
class FilingConditionsTest {

    private static final LocalDate DAY = LocalDate.parse("2019-09-01");
    private static final RegionCode SHANGHAI_DISTRICT = new RegionCode("310104");
    private final FilingRules rules = FilingRulesPack.load("/filing-rules.json");
    private final RegionRules zhenjiang = rules.require(People.ZHENJIANG);
    private final RegionRules nanjing = rules.require(People.NANJING);
    private final Particulars worker =
            People.of(People.ZHENJIANG, InsurancePlan.EMPLOYEE, PersonType.ACTIVE, People.ZHENJIANG);
    private final Particulars ofNanjing =
            People.of(People.NANJING, InsurancePlan.EMPLOYEE, PersonType.ACTIVE, People.NANJING);

    @ParameterizedTest
    @CsvSource({
        // Z 基本政策 三(一): the household moved there, or with relatives for half a year
        "RETIRED_RESETTLED,HOUSEHOLD_MOVED,,310104,",
        "RETIRED_RESETTLED,HOUSEHOLD_MOVED,,330100,HouseholdNotMoved",
        "RETIRED_RESETTLED,HOUSEHOLD_MOVED,,,HouseholdNotMoved",
        "RETIRED_RESETTLED,JOINED_RELATIVES,2019-03-01,,",
        "RETIRED_RESETTLED,JOINED_RELATIVES,2019-03-02,,NotAwayLongEnough",
        "RETIRED_RESETTLED,JOINED_RELATIVES,,,NotStated",
        "RETIRED_RESETTLED,WORKING,2018-01-01,,GroundNotAccepted",
        // Z 基本政策 三(二): lives, works or studies there for half a year
        "LONG_TERM_RESIDENT,LIVING,2019-03-01,,",
        "LONG_TERM_RESIDENT,STUDYING,2019-03-02,,NotAwayLongEnough",
        "LONG_TERM_RESIDENT,HOUSEHOLD_MOVED,2018-01-01,310104,GroundNotAccepted",
    })
    void asksHowAPersonLivesElsewhere(
            FilingCategory category,
            ResidenceGround ground,
            @Nullable LocalDate awaySince,
            @Nullable String household,
            @Nullable String shortcoming) {
        Residence residence = new Residence(ground, awaySince, household == null ? null : new RegionCode(household));

        Decision decided = decide(zhenjiang, People.retiree(), category, DAY, facts(residence, null, null));

        boolean isLeftToTheAgency = "NotStated".equals(shortcoming);
        assertThat(shortcomingOf(decided)).isEqualTo(isLeftToTheAgency ? null : shortcoming);
    }

    @Test
    void takesTheHouseholdAsTheCoreSystemHasItWhereNoPaperSaysOtherwise() {
        Particulars moved = People.of(People.ZHENJIANG, InsurancePlan.EMPLOYEE, PersonType.RETIRED, SHANGHAI_DISTRICT);
        Residence residence = new Residence(ResidenceGround.HOUSEHOLD_MOVED, null, null);

        Decision decided =
                decide(zhenjiang, moved, FilingCategory.RETIRED_RESETTLED, DAY, facts(residence, null, null));

        assertThat(decided).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void saysFromWhichDayThePersonHasBeenAwayLongEnough() {
        Residence residence = new Residence(ResidenceGround.LIVING, LocalDate.parse("2019-06-15"), null);

        Decision decided =
                decide(zhenjiang, worker, FilingCategory.LONG_TERM_RESIDENT, DAY, facts(residence, null, null));

        Refusal refusal = FilingRefusals.of((Decision.Refused) decided, People.ZHENJIANG, DAY);
        assertThat(refusal.nextStep().zh()).isEqualTo("连续住外满6个月后（2019-12-15 起）可备案");
        assertThat(refusal.facts())
                .containsEntry("fact", "RESIDENCE")
                .containsEntry("source", "Z 基本政策 三(二)")
                .containsEntry("mark", "官方");
    }

    /** Z 基本政策 三(三). */
    @ParameterizedTest
    @CsvSource({"321100,", "321102,", "321181,EmployerElsewhere", "310000,EmployerElsewhere"})
    void asksWhereThePostedWorkersEmployerIsInsured(String region, @Nullable String shortcoming) {
        Employer employer = new Employer(new RegionCode(region), "某公司");

        Decision decided = decide(zhenjiang, worker, FilingCategory.POSTED_WORKER, DAY, facts(null, employer, null));

        assertThat(shortcomingOf(decided)).isEqualTo(shortcoming);
    }

    /** N 备案范围, Q3: the title counts by the first day of the filing. */
    @ParameterizedTest
    @CsvSource({
        "2019-11-20,H32010000001,L3,CHIEF,true,",
        "2019-11-20,H32010000001,L3,ASSOCIATE_CHIEF,true,TitleNotAccepted",
        "2019-11-21,H32010000001,L3,ASSOCIATE_CHIEF,true,",
        "2019-11-21,H32010000001,L3,ATTENDING,true,TitleNotAccepted",
        "2019-11-21,H32010000001,L2,CHIEF,true,LevelNotAccepted",
        "2019-11-21,H32010000001,L3,CHIEF,false,NotStamped",
        "2019-11-21,H31000000001,L3,CHIEF,true,HospitalElsewhere",
    })
    void asksWhoRefersThePerson(
            LocalDate from,
            String institution,
            InstitutionLevel level,
            DoctorTitle title,
            boolean isStamped,
            @Nullable String shortcoming) {
        Referral referral = new Referral(new InstitutionCode(institution), level, title, from, isStamped);

        Decision decided = decide(nanjing, ofNanjing, FilingCategory.TRANSFER, from, facts(null, null, referral));

        assertThat(shortcomingOf(decided)).isEqualTo(shortcoming);
    }

    /** N 备案范围: half a year became a year; the figure NJ.FILING.TR.VALID has the year from 2019 on. */
    @ParameterizedTest
    @CsvSource({"2018-12-31,2019-06-29", "2019-01-01,2019-12-31", "2019-11-21,2020-11-20"})
    void givesATransferOfNanjingTheTimeOfItsFirstDay(LocalDate from, LocalDate to) {
        Decision decided = Applications.decide(nanjing, ofNanjing, FilingCategory.TRANSFER, from, null);

        assertThat(decided)
                .isInstanceOfSatisfying(
                        Decision.Admitted.class,
                        admitted -> assertThat(admitted.period().to()).isEqualTo(to));
    }

    @Test
    void letsAnAgencyVouchForWhatItLeavesOutAndNobodyElse() {
        Decision byAgency = Applications.decide(nanjing, ofNanjing, FilingCategory.LONG_TERM_RESIDENT, DAY, null);
        Decision byPerson = Applications.decide(
                nanjing,
                ofNanjing,
                FilingCategory.LONG_TERM_RESIDENT,
                DAY,
                LodgerKind.PERSON,
                FilingChannel.APP,
                StatedFacts.NONE);

        assertThat(byAgency)
                .isInstanceOfSatisfying(
                        Decision.Admitted.class,
                        admitted -> assertThat(admitted.vouchedFor())
                                .isEqualTo(Set.of(FactName.RESIDENCE, FactName.MATERIALS)));
        assertThat(shortcomingOf(byPerson)).isEqualTo("NotStated");
    }

    @Test
    void takesAPersonsFactsForReviewByTheApp() {
        StatedFacts facts = new StatedFacts(
                new Residence(ResidenceGround.WORKING, null, null), null, null, null, List.of("LONG_TERM_AWAY_PROOF"));

        Decision decided = Applications.decide(
                nanjing,
                ofNanjing,
                FilingCategory.LONG_TERM_RESIDENT,
                DAY,
                LodgerKind.PERSON,
                FilingChannel.APP,
                facts);

        assertThat(decided).isInstanceOfSatisfying(Decision.Admitted.class, admitted -> {
            assertThat(admitted.isReviewed()).isTrue();
            assertThat(admitted.vouchedFor()).isEmpty();
        });
    }

    @Test
    void namesThePapersThatAreMissing() {
        StatedFacts facts = new StatedFacts(null, null, null, null, List.of("SOCIAL_SECURITY_CARD"));

        Decision decided = decide(zhenjiang, worker, FilingCategory.POSTED_WORKER, DAY, facts);

        Refusal refusal = FilingRefusals.of((Decision.Refused) decided, People.ZHENJIANG, DAY);
        assertThat(refusal.nextStep().zh()).isEqualTo("请补充材料：就医地户籍或居住证、《镇江市基本医疗保险异地就医联网结算登记表》");
    }

    /** Z 办理流程 二 特别提醒: the app is announced; N 备案手续: hospitals file for transfers only. */
    @ParameterizedTest
    @CsvSource({
        "321100,APP,AGENCY,TRANSFER,false",
        "321100,COUNTER,AGENCY,TRANSFER,true",
        "321100,FAX,AGENCY,TRANSFER,false",
        "320100,FAX,AGENCY,TRANSFER,true",
        "320100,REFERRING_HOSPITAL,AGENCY,TRANSFER,true",
        "320100,REFERRING_HOSPITAL,AGENCY,LONG_TERM_RESIDENT,false",
        "320100,EMPLOYER_PLATFORM,AGENCY,LONG_TERM_RESIDENT,true",
        "320100,COUNTER,PERSON,LONG_TERM_RESIDENT,false",
        "320100,REFERRING_HOSPITAL,PERSON,TRANSFER,false",
    })
    void takesFilingsByTheWaysOfTheRegion(
            String region, FilingChannel channel, LodgerKind lodger, FilingCategory category, boolean isOpen) {
        RegionRules regional = rules.require(new RegionCode(region));
        Particulars person = People.of(regional.region(), InsurancePlan.EMPLOYEE, PersonType.ACTIVE, regional.region());

        Decision decided = Applications.decide(regional, person, category, DAY, lodger, channel, StatedFacts.NONE);

        assertThat(decided instanceof Decision.ChannelClosed).isEqualTo(!isOpen);
    }

    /** Z 办理流程 二(三), domain.md §2 no. 21. */
    @Test
    void takesAPromiseInPlaceOfThePapers() {
        Decision decided = Applications.promise(zhenjiang, worker, FilingCategory.LONG_TERM_RESIDENT, DAY);
        Decision forATransfer = Applications.promise(zhenjiang, worker, FilingCategory.TRANSFER, DAY);

        assertThat(decided)
                .isInstanceOfSatisfying(
                        Decision.Admitted.class,
                        admitted -> assertThat(admitted.promiseDays()).isEqualTo(30));
        assertThat(forATransfer).isInstanceOf(Decision.PromiseNotAdmitted.class);
    }

    /** Also from 2023 on, when another clause locks what was filed so (JS 第十条). */
    @ParameterizedTest
    @CsvSource({
        "TRANSFER,2019-06-01",
        "TRANSFER,2023-01-01",
        "TRANSFER,2026-11-28",
    })
    void saysUnderWhichClauseACategoryIsNotPromised(FilingCategory category, LocalDate day) {
        assertThat(Applications.promise(zhenjiang, worker, category, day))
                .isInstanceOfSatisfying(Decision.PromiseNotAdmitted.class, refused -> {
                    assertThat(refused.clause().source()).isEqualTo("Z 办理流程 二(三)");
                    assertThat(refused.open())
                            .containsExactlyInAnyOrder(FilingCategory.LONG_TERM_RESIDENT, FilingCategory.POSTED_WORKER);
                });
    }

    private static Decision decide(
            RegionRules rules, Particulars person, FilingCategory category, LocalDate from, StatedFacts facts) {
        return Applications.decide(rules, person, category, from, LodgerKind.AGENCY, FilingChannel.COUNTER, facts);
    }

    private static StatedFacts facts(
            @Nullable Residence residence, @Nullable Employer employer, @Nullable Referral referral) {
        return new StatedFacts(residence, employer, referral, null, null);
    }

    private static @Nullable String shortcomingOf(Decision decided) {
        return decided instanceof Decision.ConditionNotMet broken
                ? broken.shortcoming().getClass().getSimpleName()
                : null;
    }
}
