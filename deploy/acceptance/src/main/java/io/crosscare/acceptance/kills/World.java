package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Answer;
import io.crosscare.acceptance.Call;
import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.Party;
import io.crosscare.acceptance.Requests;
import io.crosscare.local.person.FictionalPerson;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Who takes part in a run: some hospitals of Shanghai that are open to Zhenjiang's outpatients, and persons made for it. */
public final class World {

    static final Party AGENCY = Party.agency("镇江市医保中心", "Zhenjiang agency", Requests.ZHENJIANG);
    /** The day of every bill. */
    public static final String DAY = "2019-09-10";

    private static final Party PLATFORM = Party.platform("江苏省平台", "Jiangsu platform", "320000");
    private static final int HOSPITALS = 4;
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Patience patience;
    private final Supplier<String> newKey;
    private final List<Party> hospitals;

    /** Somebody who is insured, and whether a filing lets the fund pay for them in Shanghai. */
    public record Person(String id, boolean isFiled) {}

    public World(Patience patience, Supplier<String> newKey) {
        this.patience = patience;
        this.newKey = newKey;
        this.hospitals = findHospitals();
    }

    public Party anyHospital(RandomGenerator random) {
        return hospitals.get(random.nextInt(hospitals.size()));
    }

    /** The hospital that has this code. */
    Party hospital(String institution) {
        return hospitals.stream()
                .filter(hospital -> hospital.institution().equals(institution))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hospital of this run: " + institution));
    }

    /** A new person with an account; filed for Shanghai, or turned away there. */
    public Person newPerson(boolean isFiled, RandomGenerator random) {
        FictionalPerson papers = FictionalPerson.bornBetween(1935, 1955, random);
        String id = done(AGENCY, Requests.insuredPerson(papers, "RETIRED")).string("personId");
        if (isFiled) {
            done(AGENCY, Requests.filing(id, "RETIRED_RESETTLED", Requests.SHANGHAI, "2019-05-01", newKey.get()));
        }
        done(AGENCY, Requests.accountCredit(id, 50_000L + random.nextInt(100_000), newKey.get()));
        return new Person(id, isFiled);
    }

    /** A visit with a bill that is ready to be settled. */
    String newBill(Party hospital, Person person, RandomGenerator random) {
        String visit = done(hospital, Requests.visit(person.id(), "OUTPATIENT", DAY, newKey.get(), newKey.get()))
                .string("id");
        done(hospital, Requests.oneLine(visit, 1_000L + random.nextInt(300_000), DAY));
        return visit;
    }

    private Answer done(Party party, Call call) {
        Answer answer = patience.ask(party, call);
        if (answer.status() != OK && answer.status() != CREATED) {
            throw new Difference("%s: %d %s".formatted(answer.call(), answer.status(), answer.text()));
        }
        return answer;
    }

    private List<Party> findHospitals() {
        Call list = Call.get("/institutions").with("region", Requests.SHANGHAI).with("limit", "50");
        List<Party> open = patience.ask(PLATFORM, list)
                .require(OK)
                .field("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .filter(this::isOpen)
                .limit(HOSPITALS)
                .map(code -> Party.hospital("医院 " + code, "hospital", code))
                .toList();
        if (open.size() < HOSPITALS) {
            throw new Difference("上海没有足够的医院接收镇江门诊 · too few hospitals of Shanghai are open to Zhenjiang");
        }
        return open;
    }

    private boolean isOpen(String code) {
        Call admission = Call.get("/institutions/" + code + "/admissions")
                .with("insuredRegion", Requests.ZHENJIANG)
                .with("serviceType", "OUTPATIENT")
                .with("plan", "EMPLOYEE")
                .with("on", DAY);
        return patience.ask(PLATFORM, admission).require(OK).field("open").asBoolean();
    }
}
