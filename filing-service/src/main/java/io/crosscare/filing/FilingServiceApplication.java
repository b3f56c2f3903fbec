package io.crosscare.filing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** Owns filings and the mirror of insured persons. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableFeignClients
public class FilingServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(FilingServiceApplication.class, arguments);
    }
}
