package io.crosscare.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Periods of an hour, so that none ends while a test runs. */
class AddressLimitsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void countsAnAddressOnceWhateverItsPorts() {
        AddressLimits limits = new AddressLimits(new Rate(2, HOUR), new Rate(100, HOUR), 10);
        limits.take(address("192.0.2.1", 1000));
        limits.take(address("192.0.2.1", 1001));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> limits.take(address("192.0.2.1", 1002)))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
                    assertThat(problem.retryAfter()).isEqualTo(HOUR);
                });
        assertThatCode(() -> limits.take(address("192.0.2.2", 1000))).doesNotThrowAnyException();
    }

    @Test
    void countsTheNetworkOfAnAddressThatHasMany() {
        AddressLimits limits = new AddressLimits(new Rate(1, HOUR), new Rate(100, HOUR), 10);
        limits.take(address("2001:db8:0:1::1", 1000));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> limits.take(address("2001:db8:0:1:ffff::2", 1000)));
        assertThatCode(() -> limits.take(address("2001:db8:0:2::1", 1000))).doesNotThrowAnyException();
    }

    @Test
    void countsThoseWithoutAnAddressTogether() {
        AddressLimits limits = new AddressLimits(new Rate(1, HOUR), new Rate(100, HOUR), 10);
        limits.take(null);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> limits.take(null));
    }

    @Test
    void boundsAllAddressesTogether() {
        AddressLimits limits = new AddressLimits(new Rate(10, HOUR), new Rate(2, HOUR), 10);
        limits.take(address("192.0.2.1", 1));
        limits.take(address("192.0.2.2", 1));

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> limits.take(address("192.0.2.3", 1)));
    }

    private static InetSocketAddress address(String text, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(text), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
