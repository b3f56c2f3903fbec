package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.Eventually;
import io.crosscare.acceptance.Party;
import io.crosscare.acceptance.kills.Intent.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * One person going from hospital to hospital. Bills are settled; some settlements are cancelled or reversed. After silence some
 * hospitals press again at once, some reverse the key, some give up: those are looked into when the run is over.
 */
final class Client {

    private static final int PERCENT = 100;
    private static final int CANCELS = 15;
    private static final int REVERSES = 10;
    private static final int PRESSES_AGAIN = 40;
    private static final int REVERSES_UNKNOWN = 20;
    private static final int PAUSE_MILLIS_MAX = 120;

    private final World world;
    private final Sending sending;
    private final Books books;
    private final Supplier<String> newKey;
    private final RandomGenerator random;
    private final World.Person person;

    Client(
            World world,
            Sending sending,
            Books books,
            Supplier<String> newKey,
            RandomGenerator random,
            World.Person person) {
        this.world = world;
        this.sending = sending;
        this.books = books;
        this.newKey = newKey;
        this.random = random;
        this.person = person;
    }

    /** Goes on while this holds; the bill in hand is brought to its end. */
    void workWhile(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            try {
                oneBill();
            } catch (Difference unanswered) {
                if (goesOn.getAsBoolean()) {
                    throw unanswered;
                }
            }
            Eventually.pause(Duration.ofMillis(random.nextInt(PAUSE_MILLIS_MAX)));
        }
    }

    private void oneBill() {
        Party hospital = world.anyHospital(random);
        String visit = world.newBill(hospital, person, random);
        Intent settling = intent(Kind.SETTLEMENT, hospital, visit, 0);
        Optional<Told> told = sending.once(settling, Sending.settlement(settling));
        if (told.isEmpty()) {
            told = afterSilence(settling);
        }
        told.filter(Told::isDone).ifPresent(settled -> perhapsTakeBack(settling, settled));
    }

    private Optional<Told> afterSilence(Intent settling) {
        int choice = random.nextInt(PERCENT);
        if (choice < PRESSES_AGAIN) {
            return Optional.of(sending.untilAnswered(settling, Sending.settlement(settling)));
        }
        if (choice < PRESSES_AGAIN + REVERSES_UNKNOWN) {
            reverse(settling);
        }
        return Optional.empty();
    }

    private void perhapsTakeBack(Intent settling, Told settled) {
        int choice = random.nextInt(PERCENT);
        if (choice < CANCELS) {
            Intent cancelling = undo(Kind.CANCELLATION, settling);
            sending.once(cancelling, Sending.cancellation(cancelling, settled.entryId()));
        } else if (choice < CANCELS + REVERSES) {
            reverse(settling);
        }
    }

    private void reverse(Intent settling) {
        Intent reversing = undo(Kind.REVERSAL, settling);
        sending.once(reversing, Sending.reversalOf(settling, reversing));
    }

    private Intent undo(Kind kind, Intent settling) {
        return intent(kind, world.hospital(settling.institution()), settling.visitId(), settling.number());
    }

    private Intent intent(Kind kind, Party hospital, String visit, long undone) {
        return new Intent(
                books.nextNumber(),
                kind,
                person.id(),
                hospital.institution(),
                newKey.get(),
                visit,
                undone,
                !person.isFiled());
    }
}
