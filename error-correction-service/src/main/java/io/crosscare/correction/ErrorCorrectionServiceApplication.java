package io.crosscare.correction;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** The error-correction desk: a case for every refusal, with what is known of it, until a settlement proves it mended. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableFeignClients
public class ErrorCorrectionServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ErrorCorrectionServiceApplication.class, arguments);
    }
}
