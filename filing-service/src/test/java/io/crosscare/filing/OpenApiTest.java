package io.crosscare.filing;

import io.crosscare.chassis.testing.contract.OpenApiContract;
import io.crosscare.chassis.testing.contract.ServiceContract;
import io.crosscare.filing.insured.web.RefusalExamples;
import java.util.Set;

/** The doors of this service as integrators read of them. */
class OpenApiTest implements OpenApiContract {

    @Override
    public ServiceContract contract() {
        return new ServiceContract("filing", "filing-service", RefusalExamples.all(), RefusalExamples.others());
    }

    @Override
    public String file() {
        return "docs/api/filing-service.json";
    }

    @Override
    public Set<String> internalDoors() {
        return Set.of();
    }

    @Override
    public Set<String> doorsToCome() {
        return Set.of();
    }
}
