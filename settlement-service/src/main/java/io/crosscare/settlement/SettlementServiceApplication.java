package io.crosscare.settlement;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** Visits, bills, policies and the settlement chain: decides what the funds pay, and keeps it for ever. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableFeignClients
public class SettlementServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SettlementServiceApplication.class, arguments);
    }
}
