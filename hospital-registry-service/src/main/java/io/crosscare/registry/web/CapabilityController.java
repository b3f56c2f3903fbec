package io.crosscare.registry.web;

import io.crosscare.registry.model.CapabilityBook;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What institutions can be open for. */
@RestController
@RequestMapping("/api/v1/capabilities")
class CapabilityController {

    private final CapabilityBook kinds;

    CapabilityController(CapabilityBook kinds) {
        this.kinds = kinds;
    }

    /**
     * 可开通服务表 · The names of what an institution can be open for. Later services are added to this table.
     *
     * @param parameters none are known, so that a misspelt one is refused
     * @return all of them
     */
    @GetMapping
    ListResponse<CapabilityResponse> list(@RequestParam MultiValueMap<String, String> parameters) {
        new QueryFields(parameters, Set.of()).checks().throwIfInvalid();
        return new ListResponse<>(
                kinds.kinds().stream().map(CapabilityResponse::of).toList(), null);
    }
}
