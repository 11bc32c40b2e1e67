package io.millrace.verification.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int SHORTLY_MILLIS = 200;

    private ServerSocket part;
    private TcpProxy proxy;
    private int front;

    @BeforeEach
    void partAndProxy() throws IOException {
        part = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            front = free.getLocalPort();
        }
        proxy = new TcpProxy("test", front, part.getLocalPort());
    }

    @AfterEach
    void gone() throws IOException {
        proxy.close();
        part.close();
    }

    @Test
    void passesBytesBothWays() throws IOException {
        try (var client = connect();
                var accepted = part.accept()) {
            client.getOutputStream().write(7);
            assertThat(accepted.getInputStream().read()).isEqualTo(7);
            accepted.getOutputStream().write(8);
            assertThat(client.getInputStream().read()).isEqualTo(8);
        }
    }

    @Test
    void endsWhenTheOtherSideEnds() throws IOException {
        try (var client = connect()) {
            part.accept().close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void cutsConnectionsButTakesNewOnes() throws IOException {
        try (var client = connect();
                var accepted = part.accept()) {
            client.getOutputStream().write(7);
            assertThat(accepted.getInputStream().read()).isEqualTo(7);
            assertThat(proxy.cut()).isEqualTo(2);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
        }
        passesBytesBothWays();
    }

    @Test
    void holdsBytesBackWhileItStalls() throws IOException {
        proxy.stall(true);
        try (var client = connect();
                var accepted = part.accept()) {
            client.getOutputStream().write(7);
            accepted.setSoTimeout(SHORTLY_MILLIS);
            assertThatThrownBy(() -> accepted.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            proxy.stall(false);
            accepted.setSoTimeout(PATIENCE_MILLIS);
            assertThat(accepted.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void refusesUntilItIsToldOtherwise() throws IOException {
        proxy.refuse(true);
        assertThatThrownBy(() -> {
                    try (var client = connect()) {
                        client.getOutputStream().write(7);
                        if (client.getInputStream().read() < 0) {
                            throw new IOException("ended");
                        }
                    }
                })
                .isInstanceOf(IOException.class);
        proxy.refuse(false);
        passesBytesBothWays();
    }

    @Test
    void saysAtItsEndThatItHadStoppedTakingConnections() throws IOException {
        var failing = new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                throw new IOException("too many open files");
            }

            @Override
            public boolean isClosed() {
                return false;
            }
        };
        var broken = new TcpProxy("broken", failing, part.getLocalPort());

        assertThatThrownBy(broken::close).hasRootCauseMessage("too many open files");
    }

    private Socket connect() throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), front);
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }
}
