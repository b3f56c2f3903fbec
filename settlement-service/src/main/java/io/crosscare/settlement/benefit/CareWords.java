package io.crosscare.settlement.benefit;

import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.Trip;

/** The circumstances of care in words, Chinese first. */
final class CareWords {

    private CareWords() {}

    static String of(PersonType personType) {
        return switch (personType) {
            case ACTIVE -> "在职 active";
            case RETIRED -> "退休 retired";
            case RESIDENT -> "居民 resident";
            case RETIRED_CADRE -> "离休人员 retired cadre";
            case DISABLED_VETERAN -> "革命伤残军人 disabled veteran";
        };
    }

    static String of(InstitutionLevel level) {
        return switch (level) {
            case L1 -> "一级 L1";
            case L2 -> "二级 L2";
            case L3 -> "三级 L3";
            case COM -> "社区 community";
        };
    }

    static String of(ServiceType serviceType) {
        return switch (serviceType) {
            case OUTPATIENT -> "门诊 outpatient";
            case INPATIENT -> "住院 inpatient";
            case CHRONIC -> "门诊慢性病 chronic disease";
        };
    }

    static String of(DestinationType destinationType) {
        return switch (destinationType) {
            case HOME -> "本地 at home";
            case IN_CITY -> "市内异地 in the city";
            case IN_PROVINCE -> "省内异地 in the province";
            case CROSS_PROVINCE -> "跨省 cross-province";
        };
    }

    static String of(Trip trip) {
        return switch (trip) {
            case HOME -> "参保地就医 care at home";
            case LONG_TERM -> "长期异地备案 long-term filing";
            case TRANSFER -> "转外就诊 transfer";
        };
    }

    /** The days of care: one, or from admission to discharge. */
    static String daysOf(Circumstances care) {
        return care.serviceFrom().equals(care.serviceTo())
                ? care.serviceTo().toString()
                : care.serviceFrom() + " – " + care.serviceTo();
    }
}
