package io.crosscare.registry;

import io.crosscare.chassis.testing.contract.OpenApiContract;
import io.crosscare.chassis.testing.contract.ServiceContract;
import java.util.Map;
import java.util.Set;

/** The doors of this service as integrators read of them. */
class OpenApiTest implements OpenApiContract {

    @Override
    public ServiceContract contract() {
        return new ServiceContract("registry", "hospital-registry-service", Map.of());
    }

    @Override
    public String file() {
        return "docs/api/hospital-registry-service.json";
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
