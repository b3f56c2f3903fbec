package io.crosscare.local.suite;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** How a process shows that it is ready. Asking changes nothing and takes less than a second. */
interface Probe {

    boolean isUp();

    /** Ready as soon as it takes connections; both stores open their port last. */
    record PortOpen(int port) implements Probe {

        @Override
        public boolean isUp() {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** Ready when this address answers 200. */
    record HttpOk(URI address) implements Probe {

        @Override
        public boolean isUp() {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) address.toURL().openConnection();
                connection.setConnectTimeout(CONNECT_MILLIS);
                connection.setReadTimeout(READ_MILLIS);
                boolean isOk = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
                connection.disconnect();
                return isOk;
            } catch (IOException e) {
                return false;
            }
        }
    }

    int CONNECT_MILLIS = 200;
    int READ_MILLIS = 500;
}
