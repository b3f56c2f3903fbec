package io.crosscare.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.correction.Told.Message;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A bad morning: many refusals at once, many of them by one trouble at one institution, each told twice. For a worse one:
 * {@code -Dintake.patients=4000 -Dintake.cases=6000}.
 */
@CorrectionServiceTest
class IntakeIT {

    private static final int PATIENTS = Integer.getInteger("intake.patients", 400);
    private static final int OWN_CASES = Integer.getInteger("intake.cases", 600);
    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final int MEBIBYTE = 1 << 20;

    @LocalServerPort
    private int port;

    private Doors doors = new Doors(0);

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void opensTheRightNumberOfCasesWhenThousandsComeAtOnceAndAgain() {
        long before = total();
        String institution = "H" + 31_000_009_000L;
        List<Message> told = new ArrayList<>();
        for (int i = 0; i < PATIENTS; i++) {
            told.add(refusal(institution, "EXTERNAL_FEED_STALE"));
        }
        for (int i = 0; i < OWN_CASES; i++) {
            told.add(refusal(institution, "NO_FILING"));
        }
        List<Message> twice = new ArrayList<>(told);
        twice.addAll(told);
        Instant begin = Instant.now();
        Told.tellAll(twice);

        Doors.await(
                WITHIN,
                () -> doors.get(Doors.OPERATOR, "/correction-cases/counts"),
                _ -> total() == before + OWN_CASES + 1 && patientsOf(institution) == PATIENTS);

        double seconds = (Instant.now().toEpochMilli() - begin.toEpochMilli()) / 1000.0;
        System.out.printf(
                "intake: %d refusals in %.1f s, %.0f a second; heap of service, stores and test: %d MiB at most%n",
                twice.size(), seconds, twice.size() / seconds, heapPeak() / MEBIBYTE);
        assertThat(total()).isEqualTo(before + OWN_CASES + 1);
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static Message refusal(String institution, String reason) {
        return Told.refusal(
                Doors.newPerson(), 1, "2026-11-24T01:02:00Z", Map.of("institutionCode", institution, "reason", reason));
    }

    private long total() {
        return doors.get(Doors.OPERATOR, "/correction-cases/counts").expect(200).number("/total");
    }

    private long patientsOf(String institution) {
        return doors.get(
                        Doors.hospital(institution),
                        "/correction-cases?reason=EXTERNAL_FEED_STALE&institution=" + institution)
                .expect(200)
                .number("/items/0/outage/patients");
    }
}
