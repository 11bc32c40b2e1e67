package io.millrace.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * A port of this machine that a part listens on.
 *
 * @param variable the environment variable that moves it
 */
public record Port(String part, String variable, int number) {
    /** Those of the ports that somebody else listens on already. */
    public static List<Port> taken(List<Port> ports) {
        return ports.stream().filter(port -> !port.isFree()).toList();
    }

    private boolean isFree() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public String toString() {
        return number + " (" + part + ", " + variable + ")";
    }
}
