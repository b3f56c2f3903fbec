package io.crosscare.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** The feed of changes as platforms read it, and uploads where there is no platform to send to. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "crosscare.mongo.database=registry-feed")
@ContextConfiguration(initializers = TestProperties.class)
class FeedIT {

    private static final String FEED = "/institutions/changes?limit=20";

    @LocalServerPort
    private int port;

    private Doors nation = Doors.withoutToken(0);

    @BeforeEach
    void open() {
        nation = Doors.as(port, new Caller.Platform("nation", null));
    }

    @Test
    void tellsEveryChangeOnceInOrderAndGoesOnWhereItStopped() throws Exception {
        List<Long> seqs = new ArrayList<>();
        String cursor = "";
        JsonNode page;
        do {
            page = nation.get(FEED + cursor);
            page.at("/items").forEach(item -> seqs.add(item.at("/seq").asLong()));
            cursor = "&cursor=" + page.at("/nextCursor").asString();
        } while (!page.at("/atEnd").asBoolean());
        assertThat(nation.get(FEED + cursor).at("/items")).isEmpty();

        Doors zhenjiang = Doors.as(port, new Caller.Agency("desk", new RegionCode("321100")));
        Doors.json(
                zhenjiang.post(
                        "/institutions/H32110000007/suspensions", "k", "{\"from\":\"2019-09-01\",\"reason\":\"x\"}"),
                201);
        JsonNode next = nation.get(FEED + cursor);

        assertThat(seqs)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, seqs.size()).boxed().toList())
                .hasSizeGreaterThanOrEqualTo(69);
        assertThat(next.at("/items")).hasSize(1);
        assertThat(next.at("/items/0/kind").asString()).isEqualTo("SUSPENDED");
        assertThat(next.at("/items/0/seq").asLong()).isEqualTo(seqs.size() + 1L);
        assertThat(next.at("/items/0/institution/suspensions/0/from").asString())
                .isEqualTo("2019-09-01");
    }

    @Test
    void showsAProvinceItsOwnInstitutionsOnly() throws Exception {
        JsonNode shanghai = Doors.as(port, new Caller.Platform("sh", new RegionCode("310000")))
                .get("/institutions/changes?limit=200");
        JsonNode zhejiang = Doors.as(port, new Caller.Platform("zj", new RegionCode("330000")))
                .get("/institutions/changes?limit=200");

        assertThat(shanghai.at("/items")).hasSize(23);
        assertThat(zhejiang.at("/items")).isEmpty();
        assertThat(zhejiang.at("/atEnd").asBoolean()).isTrue();
    }

    @Test
    void isForPlatformsAlone() throws Exception {
        Doors.at(port).problem(FEED, 403);
        nation.problem("/institutions/changes?cursor=SDMyMTEwMDAwMDAx", 400);
        nation.problem("/institutions/changes?limit=0", 400);
    }

    @Test
    void saysThatNothingIsDueWhereThereIsNoPlatformAbove() throws Exception {
        JsonNode uploads = Doors.at(port).get("/uploads");

        assertThat(uploads.at("/upstreamConfigured").asBoolean()).isFalse();
        assertThat(uploads.at("/items")).isEmpty();
    }
}
