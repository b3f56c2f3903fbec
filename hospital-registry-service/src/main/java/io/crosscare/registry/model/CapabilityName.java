package io.crosscare.registry.model;

import java.util.List;

/** What an institution can be open for, by the columns and lists of Z 基本政策 七 and 八. */
public enum CapabilityName {
    IN_PROVINCE("省内"),
    CROSS_PROVINCE_INPATIENT("跨省住院"),
    SHANGHAI_OUTPATIENT("上海门诊"),
    CROSS_PROVINCE_OUTPATIENT("跨省门诊");

    private final String zh;

    CapabilityName(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    public List<ServiceType> serviceTypes() {
        return switch (this) {
            case IN_PROVINCE -> List.of(ServiceType.OUTPATIENT, ServiceType.INPATIENT);
            case CROSS_PROVINCE_INPATIENT -> List.of(ServiceType.INPATIENT);
            case SHANGHAI_OUTPATIENT, CROSS_PROVINCE_OUTPATIENT -> List.of(ServiceType.OUTPATIENT);
        };
    }
}
