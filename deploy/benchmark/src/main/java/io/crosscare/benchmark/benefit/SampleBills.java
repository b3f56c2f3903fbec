package io.crosscare.benchmark.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.BenefitYear;
import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.Trip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Thinks up outpatient bills of employees: any person type, level, place, item, with returns, items no catalogue lists, and a
 * year that has begun. The same seed gives the same bill for ever.
 */
final class SampleBills {

    /** So many that no bill is so well known to the processor that only it is measured. */
    static final int TIMED = 256;

    private static final int UNIT = 10_000;
    private static final long PER_FEN = 100_000_000L;
    private static final int QUANTITY_MAX = 5;
    private static final long PRICE_MAX = 300_000_000L;
    private static final int DAYS_OF_YEAR = 365;
    private static final long USED_MAX = 350_000;
    private static final long BALANCE_MAX = 100_000;
    private static final int ONE_IN_RETURNS = 12;
    private static final int ONE_IN_STRAY_RETURNS = 200;
    private static final int ONE_IN_UNLISTED = 15;

    private final Insured insured;
    private final PolicyPack pack;
    private final ShippedRules rules;

    SampleBills(Insured insured, ShippedRules rules) {
        this.insured = insured;
        this.pack = rules.pack(insured.pack());
        this.rules = rules;
    }

    /** The first bills of these lines, from this seed on, that are settled and not refused. */
    Sample[] settled(long seed, int lines) {
        Sample[] samples = new Sample[TIMED];
        int count = 0;
        for (long next = seed; count < samples.length; next++) {
            Sample sample = draw(next, lines);
            if (sample.split() instanceof CostSplit) {
                samples[count++] = sample;
            }
        }
        return samples;
    }

    /** The bill of a seed, with one to twelve lines. */
    Sample draw(long seed) {
        return draw(seed, 1 + new Random(seed).nextInt(12));
    }

    Sample draw(long seed, int lines) {
        Random random = new Random(seed * 31 + lines);
        Circumstances care = care(random);
        Catalogue catalogue = rules.catalogue(pack.catalogueRegionFor(care));
        List<String> codes = catalogue.items().keySet().stream().sorted().toList();
        List<FeeLine> drawn = new ArrayList<>();
        for (int number = 1; number <= lines; number++) {
            drawn.add(line(random, number, codes, drawn, care.serviceTo()));
        }
        String name = "%s, seed %d, %d lines".formatted(insured.en(), seed, lines);
        return new Sample(name, new Bill(care, drawn), pack, catalogue, before(random, care.period()));
    }

    private Circumstances care(Random random) {
        RegionCode home = new RegionCode(insured.region());
        DestinationType destination =
                pick(random, DestinationType.HOME, DestinationType.IN_PROVINCE, DestinationType.CROSS_PROVINCE);
        RegionCode place = switch (destination) {
            case HOME, IN_CITY -> home;
            case IN_PROVINCE -> new RegionCode(insured.elsewhereInProvince());
            case CROSS_PROVINCE -> new RegionCode("310000");
        };
        LocalDate day = LocalDate.ofYearDay(2019, 1 + random.nextInt(DAYS_OF_YEAR));
        return new Circumstances(
                home,
                place,
                InsurancePlan.EMPLOYEE,
                pick(random, PersonType.ACTIVE, PersonType.RETIRED),
                BenefitYear.CALENDAR,
                ServiceType.OUTPATIENT,
                pick(random, InstitutionLevel.values()),
                destination == DestinationType.HOME ? Trip.HOME : Trip.LONG_TERM,
                destination,
                null,
                random.nextBoolean(),
                day,
                day);
    }

    private static FeeLine line(Random random, int number, List<String> codes, List<FeeLine> before, LocalDate day) {
        if (!before.isEmpty() && random.nextInt(ONE_IN_RETURNS) == 0) {
            FeeLine returned = before.get(random.nextInt(before.size()));
            if (returned.quantityTenThousandths() > 0) {
                return line(number, copyOf(returned.itemCode()), -UNIT, returned.unitPriceMillionths(), day);
            }
        }
        String code = random.nextInt(ONE_IN_UNLISTED) == 0
                ? "XX" + random.nextInt(UNIT)
                : copyOf(codes.get(random.nextInt(codes.size())));
        long quantity = random.nextBoolean() ? UNIT : random.nextInt(1, QUANTITY_MAX * UNIT);
        boolean isStrayReturn = random.nextInt(ONE_IN_STRAY_RETURNS) == 0;
        return line(number, code, isStrayReturn ? -quantity : quantity, random.nextLong(PRICE_MAX), day);
    }

    /** Another object, as a code is that came with a request: a look-up has to compare its letters. */
    private static String copyOf(String code) {
        return String.valueOf(code.toCharArray());
    }

    private static FeeLine line(int number, String code, long quantity, long price, LocalDate day) {
        Money amount = Money.ofFen(Ratio.divideHalfUp(Math.multiplyExact(quantity, price), PER_FEN));
        return new FeeLine(number, code, null, quantity, price, amount, day);
    }

    /** What the year holds before the bill: nothing, a part, or so much that deductible or ceiling are used up. */
    private static Counters before(Random random, String period) {
        Map<String, Long> values = new HashMap<>();
        for (Counter counter : List.of(Counter.DEDUCTIBLE_OUTPATIENT, Counter.POOLED_OUTPATIENT)) {
            if (random.nextInt(4) > 0) {
                values.put(counter.key(period), random.nextLong(USED_MAX));
            }
        }
        values.put(Counter.ACCOUNT.word(), random.nextLong(BALANCE_MAX));
        return Counters.of(values);
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
