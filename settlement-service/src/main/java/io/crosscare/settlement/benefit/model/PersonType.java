package io.crosscare.settlement.benefit.model;

/** The kind of insured person within a plan; the policy's figures differ by it. */
public enum PersonType {
    ACTIVE(InsurancePlan.EMPLOYEE),
    RETIRED(InsurancePlan.EMPLOYEE),
    RESIDENT(InsurancePlan.RESIDENT),
    /** 离休人员. */
    RETIRED_CADRE(InsurancePlan.SPECIAL),
    /** 革命伤残军人. */
    DISABLED_VETERAN(InsurancePlan.SPECIAL);

    private final InsurancePlan plan;

    PersonType(InsurancePlan plan) {
        this.plan = plan;
    }

    public InsurancePlan plan() {
        return plan;
    }
}
