package io.crosscare.settlement;

import io.crosscare.chassis.testing.contract.OpenApiContract;
import io.crosscare.chassis.testing.contract.ServiceContract;
import io.crosscare.settlement.direct.web.RefusalExamples;
import java.util.Set;

/** The doors of this service as integrators read of them. */
class OpenApiTest implements OpenApiContract {

    @Override
    public ServiceContract contract() {
        return new ServiceContract("settlement", "settlement-service", RefusalExamples.all());
    }

    @Override
    public String file() {
        return "docs/api/settlement-service.json";
    }

    @Override
    public Set<String> internalDoors() {
        return Set.of("POST /open-stays", "POST /visits/{id}/rechecks");
    }

    @Override
    public Set<String> doorsToCome() {
        return Set.of();
    }
}
