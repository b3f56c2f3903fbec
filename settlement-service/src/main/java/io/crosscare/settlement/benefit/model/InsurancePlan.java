package io.crosscare.settlement.benefit.model;

/** 险种: employees, urban and rural residents, and 特殊人员医疗费用统筹 (Z 二). */
public enum InsurancePlan {
    EMPLOYEE,
    RESIDENT,
    SPECIAL
}
