package io.crosscare.benchmark.settle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Thinks up visits, each of another person than the one before and at another hospital, so that neither a busy person nor the
 * rate of one caller is what is measured. The same seed gives the same bills in the same order.
 */
final class Visits {

    private static final int BILLS = 97;

    private final String run;
    private final List<String> persons;
    private final List<String> hospitals;
    private final List<String> bills;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * Thinks up visits of these persons at these hospitals.
     *
     * @param run part of every key and visit number, so that runs on the same data do not meet
     */
    Visits(String run, List<String> persons, List<String> hospitals, int linesPerBill, long seed) {
        Random random = new Random(seed);
        this.run = run;
        this.persons = new ArrayList<>(persons);
        Collections.shuffle(this.persons, random);
        this.hospitals = List.copyOf(hospitals);
        this.bills = FeeLines.bills(BILLS, linesPerBill, random);
    }

    /**
     * A visit before it is registered.
     *
     * @param number of the visit at its hospital; keys of its requests begin with it
     * @param lines body of its fee lines
     */
    record Plan(String number, String personId, String hospital, String lines) {}

    /** A visit that is registered and has its fee lines. */
    record Prepared(Plan plan, String visitId) {}

    Plan next() {
        int number = next.getAndIncrement();
        return new Plan(
                run + "-" + number,
                persons.get(number % persons.size()),
                hospitals.get(number % hospitals.size()),
                bills.get(number % bills.size()));
    }
}
