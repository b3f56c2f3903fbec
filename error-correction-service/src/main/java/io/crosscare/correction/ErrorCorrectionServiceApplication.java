package io.crosscare.correction;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the error-correction service. */
@SpringBootApplication
public class ErrorCorrectionServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ErrorCorrectionServiceApplication.class, arguments);
    }
}
