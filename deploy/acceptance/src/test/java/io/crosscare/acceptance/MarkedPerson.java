package io.crosscare.acceptance;

import io.crosscare.local.person.FictionalPerson;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who cannot exist and whose every personal part can be told from all else: two characters nobody is called by, a
 * birthday in no calendar, words in the numbers.
 */
record MarkedPerson(FictionalPerson papers, String phone) {

    private static final String NAME = "龘靐";
    private static final String NOBODYS_BIRTHDAY = "99999919770230";
    private static final String DIGITS = "零一二三四五六七八九";

    static List<MarkedPerson> persons(int count) {
        return IntStream.range(0, count).mapToObj(MarkedPerson::of).toList();
    }

    private static MarkedPerson of(int number) {
        String body = NOBODYS_BIRTHDAY + "%03d".formatted(number);
        FictionalPerson papers = new FictionalPerson(
                NAME + DIGITS.charAt(number / 10) + DIGITS.charAt(number % 10),
                body + FictionalPerson.checkDigitOf(body),
                "MARKEDPERSON%04d".formatted(number),
                "MARKEDCARD%04d".formatted(number));
        return new MarkedPerson(papers, "1397702%04d".formatted(number));
    }

    /** What must be nowhere: as it is written, as a URL has it, and as escaping JSON has it. */
    static List<String> marksOf(List<MarkedPerson> persons) {
        Stream<String> ofAll = Stream.of(
                NAME,
                "%E9%BE%98%E9%9D%90",
                "%e9%be%98%e9%9d%90",
                "\\u9f98\\u9750",
                "\\u9F98\\u9750",
                NOBODYS_BIRTHDAY,
                "MARKEDPERSON",
                "MARKEDCARD");
        return Stream.concat(ofAll, persons.stream().map(MarkedPerson::phone)).toList();
    }

    String name() {
        return papers.name();
    }

    String identityNumber() {
        return papers.identityNumber();
    }

    /** As the agency reports them, with the phone. */
    Call report() {
        Call report = Requests.insuredPerson(papers, "RETIRED");
        ObjectNode body = (ObjectNode) Json.read(String.valueOf(report.body()));
        return report.withBody(body.put("phone", phone).toString());
    }

    /** What somebody pastes who knows no better. */
    String pasted() {
        return "证件 " + identityNumber() + " 手机 " + phone + " 请查";
    }
}
