package io.crosscare.filing.insured.model;

/** What a person is insured by (险种), with the person types it knows (Z 基本政策 二). */
public enum InsurancePlan {
    /** 职工基本医疗保险. */
    EMPLOYEE,
    /** 城乡居民基本医疗保险. */
    RESIDENT,
    /** 特殊人员医疗费用统筹. */
    SPECIAL;

    public boolean knows(PersonType type) {
        return this
                == switch (type) {
                    case ACTIVE, RETIRED -> EMPLOYEE;
                    case RESIDENT -> RESIDENT;
                    case RETIRED_CADRE, DISABLED_VETERAN -> SPECIAL;
                };
    }
}
