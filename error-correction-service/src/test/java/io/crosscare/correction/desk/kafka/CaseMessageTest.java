package io.crosscare.correction.desk.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.DeskWorld;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Facts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The events of a case against the contract their consumers read. */
class CaseMessageTest {

    private static final JsonMapper JSON = StrictJson.tolerant();

    private final DeskWorld desk = new DeskWorld();
    private final CaseOutbox outbox = new CaseOutbox(desk.cases);

    @Test
    void writesWhatTheContractSays() {
        desk.recordRefusal().record(Facts.refusal(1, 2)).block();
        desk.recordEntry
                .record(Facts.scope(Facts.PERSON, 'a', "1"), Facts.settled(3, 4))
                .block();

        List<PendingEvent> events = pending();

        assertThat(events)
                .extracting(PendingEvent::type)
                .containsExactly("io.crosscare.correction.case-opened.v1", "io.crosscare.correction.case-resolved.v1");
        assertThat(events).extracting(PendingEvent::version).containsExactly(1L, 2L);
        assertSame(events.getFirst(), "correction.case.v1-opened");
        assertSame(events.getLast(), "correction.case.v1-resolved");
    }

    @Test
    void tellsOfACommentWithoutItsTextAndOfACaseThatIsOpenAgain() {
        desk.recordRefusal().record(Facts.refusal(1, 2)).block();
        desk.commentOnCase()
                .comment(
                        new CaseSight.OfInstitution(Facts.ZHONGSHAN),
                        new Author(Author.Role.HOSPITAL, Facts.ZHONGSHAN.value(), "his"),
                        new CaseId(pending().getFirst().key()),
                        new IdempotencyKey("note-1"),
                        "患者在窗口")
                .block();
        desk.recordEntry
                .record(Facts.scope(Facts.PERSON, 'a', "1"), Facts.settled(3, 4))
                .block();
        desk.recordRefusal().record(Facts.refusal(2, 6)).block();

        List<PendingEvent> events = pending();

        assertThat(events)
                .extracting(PendingEvent::type)
                .containsExactly(
                        "io.crosscare.correction.case-opened.v1",
                        "io.crosscare.correction.case-commented.v1",
                        "io.crosscare.correction.case-resolved.v1",
                        "io.crosscare.correction.case-reopened.v1");
        assertSame(events.get(1), "correction.case.v1-commented");
        assertSame(events.getLast(), "correction.case.v1-reopened");
    }

    @Test
    void tellsWithWhomACaseLiesAtEachStep() {
        desk.recordRefusal().record(Facts.refusal(1, 2)).block();
        desk.take("k1").block();
        desk.escalate("k2").block();
        desk.giveBack("k3").block();

        List<PendingEvent> events = pending();

        assertThat(events)
                .extracting(PendingEvent::type)
                .containsExactly(
                        "io.crosscare.correction.case-opened.v1",
                        "io.crosscare.correction.case-assigned.v1",
                        "io.crosscare.correction.case-escalated.v1",
                        "io.crosscare.correction.case-returned.v1");
        assertSame(events.get(1), "correction.case.v1-assigned");
        assertSame(events.get(2), "correction.case.v1-escalated");
        assertSame(events.get(3), "correction.case.v1-returned");
    }

    @Test
    void tellsOfLettersToOfficesOutside() {
        desk.forgetAgency("310000");
        desk.recordRefusal().record(Facts.refusal(1, 2)).block();
        desk.escalate("k1").block();

        assertThat(pending().getLast().type()).isEqualTo("io.crosscare.correction.case-sent-outside.v1");
        assertSame(pending().getLast(), "correction.case.v1-sent-outside");
    }

    @Test
    void tellsWhatTimeSays() {
        desk.recordRefusal().record(Facts.refusal(1, 2)).block();
        desk.clock.advance(Duration.ofHours(4));
        desk.watch();
        PendingEvent reminded = pending().getLast();
        while (!pending().getLast().type().endsWith("case-overdue.v1")) {
            desk.clock.advance(Duration.ofDays(7));
            desk.watch();
        }

        assertSame(reminded, "correction.case.v1-reminded");
        assertSame(pending().getLast(), "correction.case.v1-overdue");
    }

    @Test
    void forgetsWhatIsPublished() {
        desk.recordRefusal().record(Facts.refusal(1, 2)).block();

        outbox.markPublished(pending().getFirst()).block();

        assertThat(pending()).isEmpty();
    }

    private List<PendingEvent> pending() {
        return outbox.pending(10).collectList().blockOptional().orElseThrow();
    }

    private static void assertSame(PendingEvent event, String contract) {
        assertThat(JSON.valueToTree(event.body()).toPrettyString())
                .isEqualTo(JSON.readTree(EventContract.text(contract)).toPrettyString());
    }
}
