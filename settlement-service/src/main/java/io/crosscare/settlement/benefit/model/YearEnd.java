package io.crosscare.settlement.benefit.model;

/**
 * In which benefit period a stay over the end of one counts: one claim at its discharge, which the insured region may split by days
 * (苏医保发〔2022〕75号 第44条).
 */
public enum YearEnd {
    /** In the period of the discharge, whole. What holds where a policy does not say. */
    BY_DISCHARGE,
    /** In each period by the days of the stay that lie in it. */
    BY_DAYS
}
