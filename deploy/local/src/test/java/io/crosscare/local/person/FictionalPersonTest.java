package io.crosscare.local.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FictionalPersonTest {

    @Test
    void computesTheCheckDigitOfTheStandardsOwnExample() {
        assertThat(FictionalPerson.checkDigitOf("11010519491231002")).isEqualTo('X');
    }

    @Test
    void belongsToNobody() {
        FictionalPerson person = FictionalPerson.bornBetween(1935, 1955, new Random(7));

        assertThat(person.identityNumber()).startsWith("999999").hasSize(18);
        assertThat(person.identityNumber().charAt(17))
                .isEqualTo(FictionalPerson.checkDigitOf(person.identityNumber().substring(0, 17)));
    }

    @Test
    void isAnotherPersonEachTime() {
        Random random = new Random(7);
        Set<String> numbers = new HashSet<>();

        for (int i = 0; i < 50; i++) {
            numbers.add(FictionalPerson.bornBetween(1935, 1955, random).identityNumber());
        }

        assertThat(numbers).hasSize(50);
    }

    @Test
    void staysOutOfMessages() {
        FictionalPerson person = FictionalPerson.bornBetween(1935, 1955, new Random(7));

        assertThat(person.toString()).doesNotContain(person.identityNumber(), person.cardNumber(), person.name());
    }
}
