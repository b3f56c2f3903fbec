package io.crosscare.correction.desk.model;

/**
 * What is counted of a common case: one cause outside any person that turns many away.
 *
 * @param id of the common case
 * @param patients how many scopes it stopped
 * @param waiting how many of them are not settled yet
 * @param ready how many of those that wait would be settled now
 * @param refusals how many times they were turned away
 * @param reach whom they concern
 */
public record Outage(CaseId id, long patients, long waiting, long ready, long refusals, Reach reach) {

    /** Without patients yet. */
    public static Outage none(CaseId id) {
        return new Outage(id, 0, 0, 0, 0, Reach.NONE);
    }

    /** Patients of one state. */
    public static Outage of(CaseId id, long patients, boolean isOpen, boolean isReady, long refusals, Reach reach) {
        long waiting = isOpen ? patients : 0;
        return new Outage(id, patients, waiting, isReady ? waiting : 0, refusals, reach);
    }

    public Outage plus(Outage others) {
        return new Outage(
                id,
                patients + others.patients,
                waiting + others.waiting,
                ready + others.ready,
                refusals + others.refusals,
                reach.plus(others.reach));
    }

    /** Whether all that wait can be settled. */
    boolean isOver() {
        return waiting > 0 && ready == waiting;
    }
}
