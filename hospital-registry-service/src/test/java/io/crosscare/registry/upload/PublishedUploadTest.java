package io.crosscare.registry.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.registry.upload.model.Upload;
import io.crosscare.registry.upload.model.UploadKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PublishedUploadTest {

    private static final JsonMapper JSON = StrictJson.tolerant();
    private static final Instant NOW = Instant.parse("2019-11-21T00:00:00Z");

    @Test
    void tellsHowFarAFilingHasComeAsTheContractSays() {
        Upload upload = Upload.due(
                        UploadKind.FILING, "faaaaaaaaaaaaaaaaaaaaaaaaaa", 3, new RegionCode("321100"), "{}", NOW)
                .sending(NOW)
                .accepted(NOW);

        assertThat(JSON.readTree(JSON.writeValueAsString(PublishedUpload.of(upload))))
                .isEqualTo(JSON.readTree(EventContract.text("registry.filing-upload.v1")));
    }
}
