package io.millrace.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortTest {
    @Test
    void reportsEveryTakenPortAtOnce() throws Exception {
        try (var one = listening();
                var other = listening()) {
            var taken = Port.taken(List.of(
                    new Port("kafka", "MILLRACE_KAFKA_PORT", one.getLocalPort()),
                    new Port("flink", "MILLRACE_FLINK_PORT", other.getLocalPort())));

            assertThat(taken).extracting(Port::part).containsExactly("kafka", "flink");
            assertThat(taken.get(0)).hasToString(one.getLocalPort() + " (kafka, MILLRACE_KAFKA_PORT)");
        }
    }

    @Test
    void findsAPortFreeAgainOnceItsListenerHasGone() throws Exception {
        int number;
        try (var socket = listening()) {
            number = socket.getLocalPort();
        }

        assertThat(Port.taken(List.of(new Port("kafka", "MILLRACE_KAFKA_PORT", number))))
                .isEmpty();
    }

    private static ServerSocket listening() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
