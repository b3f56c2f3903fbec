package io.crosscare.settlement;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person at one cashier, as the neighbours know them: a Zhenjiang retiree with a provincial card, filed for Shanghai, at a
 * hospital there that is open for everything. A test changes what it is about, and then lets it {@link #begin}.
 */
final class Situation {

    static final String NO_FILING = "{\"effective\":false,\"reason\":\"NO_FILING\"}";

    private static final RandomIds IDS = RandomIds.secure();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger SERIAL = new AtomicInteger(100);
    private static final String DAY = "2019-09-10";

    private final String personId = IDS.nextPersonId().value();
    private final String hospital = "H310000" + SERIAL.incrementAndGet() + "00";
    private boolean isHospitalKnown = true;
    private boolean isPersonKnown = true;
    private String careRegion = "310000";
    private @Nullable String level = "L3";
    private String hospitalStatus = "OPEN";
    private String openFrom = "2000-01-01";
    private String insuredRegion = "321100";
    private String plan = "EMPLOYEE";
    private String personType = "RETIRED";
    private String insuranceStatus = "ACTIVE";
    private String card = "PROVINCIAL_CARD";
    private String cardIssuer = "321100";
    private String cardState = "ACTIVE";
    private String filingCheck = filed("310000", "2019-05-01");
    private String serviceType = "OUTPATIENT";
    private String startedOn = DAY;
    private String lines = Doors.LINES_D01;
    private boolean isUploading;

    /** The answer of filing-service to a check: this filing counts. */
    static String filed(String careRegion, String from) {
        return "{\"effective\":true,\"filing\":" + filing(careRegion, from, null) + "}";
    }

    /** This filing, which has an end, counts. */
    static String filed(String careRegion, String from, String to) {
        return "{\"effective\":true,\"filing\":" + filing(careRegion, from, to) + "}";
    }

    /** The answer that none counts, with the nearest. */
    static String notFiled(String reason, String careRegion, String from, @Nullable String to) {
        return "{\"effective\":false,\"reason\":\"" + reason + "\",\"nearest\":" + filing(careRegion, from, to) + "}";
    }

    private static String filing(String careRegion, String from, @Nullable String to) {
        return """
            {"id":"%s","personId":"$PERSON","insuredRegion":"$REGION","careRegion":"%s",
             "category":"LONG_TERM_RESIDENT","effectiveFrom":"%s",%s"state":"EFFECTIVE",
             "recordedAt":"2019-06-03T01:02:03.004Z","version":1}\
            """.formatted(IDS.next('f'), careRegion, from, to == null ? "" : "\"effectiveTo\":\"" + to + "\",");
    }

    Situation withUnknownHospital() {
        isHospitalKnown = false;
        return this;
    }

    Situation at(String region) {
        careRegion = region;
        return this;
    }

    Situation withHospital(@Nullable String itsLevel, String status, String from) {
        level = itsLevel;
        hospitalStatus = status;
        openFrom = from;
        return this;
    }

    Situation withUnknownPerson() {
        isPersonKnown = false;
        return this;
    }

    Situation insuredIn(String region, String itsPlan, String type) {
        insuredRegion = region;
        cardIssuer = region;
        plan = itsPlan;
        personType = type;
        return this;
    }

    Situation withInsurance(String status) {
        insuranceStatus = status;
        return this;
    }

    Situation withCard(String kind, String issuer, String state) {
        card = kind;
        cardIssuer = issuer;
        cardState = state;
        return this;
    }

    Situation withFiling(String check) {
        filingCheck = check;
        return this;
    }

    /** The filing has not arrived at the upper platform. */
    Situation uploading() {
        isUploading = true;
        return this;
    }

    Situation caredFor(String service, String day) {
        serviceType = service;
        startedOn = day;
        lines = lines.replace(DAY, day);
        return this;
    }

    Situation billed(String itsLines) {
        lines = itsLines;
        return this;
    }

    Caller hospital() {
        return new Caller.Hospital("his", new InstitutionCode(hospital));
    }

    String personId() {
        return personId;
    }

    /** Tells the neighbours. */
    Situation begin() {
        Neighbours neighbours = Neighbours.running();
        if (isPersonKnown) {
            neighbours.know(personId, person());
        }
        neighbours.check(personId, filingCheck.replace("$PERSON", personId).replace("$REGION", insuredRegion));
        if (isUploading) {
            neighbours.uploading(JSON.readTree(filingCheck).at("/filing/id").asString());
        }
        if (isHospitalKnown) {
            neighbours.open(hospital, institution());
        }
        return this;
    }

    Answer register(Doors doors) {
        return doors.post(
                hospital(),
                "/visits",
                """
                {"personId":"%s","insuredRegion":"%s","serviceType":"%s","startedOn":"%s","cardKind":"%s",
                 "visitNumber":"%s"}\
                """.formatted(personId, insuredRegion, serviceType, startedOn, card, Doors.unique("MZ")),
                Doors.unique("visit"));
    }

    /** The lines, and for a stay the discharge. */
    void charge(Doors doors, String visit, @Nullable String endedOn) {
        doors.put(hospital(), "/visits/" + visit + "/fee-lines", lines).expect(200);
        if (endedOn != null) {
            doors.post(hospital(), "/visits/" + visit + "/discharges", "{\"endedOn\":\"" + endedOn + "\"}")
                    .expect(200);
        }
    }

    Answer preview(Doors doors, String visit) {
        return doors.post(hospital(), "/visits/" + visit + "/previews", bill());
    }

    Answer settle(Doors doors, String visit) {
        return doors.post(hospital(), "/visits/" + visit + "/settlements", bill(), Doors.unique("settle"));
    }

    private String bill() {
        return serviceType.equals("INPATIENT")
                ? "{\"usePersonalAccount\":false}"
                : "{\"batch\":\"1\",\"usePersonalAccount\":false}";
    }

    private String person() {
        return """
            {"personId":"%s","insuredRegion":"%s","plan":"%s","personType":"%s","insuranceStatus":"%s",
             "householdRegistration":"%s","schoolYear":false,
             "cards":[{"kind":"%s","issuedBy":"%s","state":"%s"}],"version":1}\
            """.formatted(
                personId, insuredRegion, plan, personType, insuranceStatus, insuredRegion, card, cardIssuer, cardState);
    }

    private String institution() {
        return """
            {"code":"%s","codeProvisional":true,"name":"测试医院","region":"%s",%s"kind":"HOSPITAL","status":"%s",
             "capabilities":[{"name":"FIXTURE","nameZh":"测试","serviceTypes":["OUTPATIENT","INPATIENT"],
             "direction":"INBOUND","counterpart":"320000","from":"%s","source":"fixture","mark":"假设"}],
             "version":1}\
            """.formatted(
                hospital, careRegion, level == null ? "" : "\"level\":\"" + level + "\",", hospitalStatus, openFrom);
    }
}
