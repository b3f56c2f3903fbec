package io.crosscare.settlement.benefit.model;

import java.util.List;

/**
 * How many lines of a bill have a part of each kind.
 *
 * @param unlisted lines whose item no catalogue lists
 */
record LineCounts(int fullSelfPay, int unlisted, int overLimitSelfPay, int upfrontSelfPay) {

    static LineCounts of(List<LineSplit> lines) {
        int fullSelfPay = 0;
        int unlisted = 0;
        int overLimitSelfPay = 0;
        int upfrontSelfPay = 0;
        for (LineSplit line : lines) {
            fullSelfPay += line.fullSelfPayFen() == 0 ? 0 : 1;
            unlisted += line.isUnlisted() ? 1 : 0;
            overLimitSelfPay += line.overLimitSelfPayFen() == 0 ? 0 : 1;
            upfrontSelfPay += line.upfrontSelfPayFen() == 0 ? 0 : 1;
        }
        return new LineCounts(fullSelfPay, unlisted, overLimitSelfPay, upfrontSelfPay);
    }
}
