package io.crosscare.chassis.remote;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient(
        name = "filing",
        url = "${crosscare.services.filing}",
        path = "/api/v1",
        configuration = InternalFeign.class)
interface NeighbourClient {

    record Answer(String word) {}

    @GetMapping("/words/{word}")
    Answer ask(@PathVariable("word") String word);
}
