package io.crosscare.acceptance.restore;

import io.crosscare.acceptance.Party;

/**
 * One bill as its hospital has written it down before anything is sent: everything needed to press again under the same keys.
 *
 * @param number counts the bills of a rehearsal from 1
 * @param visitKey of the registration of the visit
 * @param key of the settlement
 */
record Bill(
        int number, String personId, Party hospital, String visitNumber, String visitKey, long amountFen, String key) {}
