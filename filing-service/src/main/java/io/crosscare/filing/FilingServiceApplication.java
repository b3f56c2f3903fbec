package io.crosscare.filing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Owns filings and the mirror of insured persons. */
@SpringBootApplication(proxyBeanMethods = false)
public class FilingServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(FilingServiceApplication.class, arguments);
    }
}
