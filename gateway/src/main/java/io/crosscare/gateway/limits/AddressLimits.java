package io.crosscare.gateway.limits;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Rates of those who show no token: per client address, and for all of them together. The address is that of the connection; what
 * a header says of another is not believed. Of an IPv6 address the network counts, for one home has all addresses of its own.
 */
public final class AddressLimits {

    private static final int NETWORK_BYTES = 8;
    private static final String UNKNOWN = "unknown";
    private static final Text TOO_MANY =
            Text.of("查询过于频繁，请稍后再试", "Too many questions from this address, try again later");

    private final Rates rates;

    /**
     * Keeps count of so many addresses at most.
     *
     * @param all for this process
     */
    public AddressLimits(Rate perAddress, Rate all, int addressesMax) {
        this.rates = new Rates(perAddress, TOO_MANY, all, addressesMax);
    }

    /**
     * Takes one request from what the address has left.
     *
     * @throws ProblemException {@code too-many-requests} when nothing is left, with the time after which there will be
     */
    public void take(@Nullable InetSocketAddress from) {
        rates.take(networkOf(from));
    }

    private static String networkOf(@Nullable InetSocketAddress from) {
        InetAddress address = from == null ? null : from.getAddress();
        if (address == null) {
            return UNKNOWN;
        }
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
