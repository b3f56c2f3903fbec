package io.crosscare.registry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** Starts the hospital registry. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableFeignClients
public class HospitalRegistryServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(HospitalRegistryServiceApplication.class, arguments);
    }
}
