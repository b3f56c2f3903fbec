package io.crosscare.settlement.benefit.model;

/**
 * Why the care is where it is: at home; at the place of a long-term filing (异地安置退休, 异地长期居住, 常驻异地工作); or as a
 * transfer (转外就诊), which is also what a long-term person is who goes to another place (domain.md §2 no. 5).
 */
public enum Trip {
    HOME,
    LONG_TERM,
    TRANSFER
}
