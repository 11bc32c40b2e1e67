package io.millrace.verification.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a part and its clients on the loopback interface, passes every byte on, and can be told to misbehave.
 * Two threads for each connection.
 */
final class TcpProxy implements AutoCloseable {
    private static final int BACKLOG = 128;
    private static final int BUFFER_BYTES = 64 << 10;

    private final ServerSocket front;
    private final int behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final CompletableFuture<Void> accepting;
    private final Object gate = new Object();
    private boolean stalled;
    private volatile boolean refusing;

    /**
     * Listens at once.
     *
     * @param front the port that clients connect to
     * @param behind the port of the part
     */
    TcpProxy(String name, int front, int behind) throws IOException {
        this(name, listening(front), behind);
    }

    /** @param front listens already */
    TcpProxy(String name, ServerSocket front, int behind) {
        this.front = front;
        this.behind = behind;
        threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "proxy-" + name);
            thread.setDaemon(true);
            return thread;
        });
        accepting = CompletableFuture.runAsync(this::accept, threads);
    }

    private static ServerSocket listening(int port) throws IOException {
        var front = new ServerSocket();
        front.setReuseAddress(true);
        front.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        return front;
    }

    /** Resets all connections; returns how many sockets that were. */
    int cut() {
        int cut = 0;
        for (var socket : open) {
            reset(socket);
            cut++;
        }
        return cut;
    }

    /** Whether new connections are reset as soon as they come. */
    void refuse(boolean refuses) {
        refusing = refuses;
        if (refuses) {
            cut();
        }
    }

    /** Whether bytes are held back. */
    void stall(boolean stalls) {
        synchronized (gate) {
            stalled = stalls;
            gate.notifyAll();
        }
    }

    /**
     * Ends all connections.
     *
     * @throws CompletionException if it had stopped taking connections by itself: what was seen through it does not count
     */
    @Override
    public void close() throws IOException {
        front.close();
        try {
            accepting.join();
        } finally {
            stall(false);
            cut();
            threads.shutdownNow();
        }
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                connect(front.accept());
            } catch (IOException e) {
                if (!front.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        if (refusing) {
            reset(client);
            return;
        }
        var part = new Socket();
        open.add(part);
        threads.execute(() -> {
            try {
                client.setTcpNoDelay(true);
                part.setTcpNoDelay(true);
                part.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), behind));
                threads.execute(() -> pass(part, client));
                pass(client, part);
            } catch (IOException nobodyThere) {
                reset(part);
                reset(client);
            }
        });
    }

    /** Returns when either side has ended; both are then closed. */
    private void pass(Socket from, Socket to) {
        var buffer = new byte[BUFFER_BYTES];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitPassage();
                out.write(buffer, 0, read);
            }
            end(from);
            end(to);
        } catch (IOException cutOrGone) {
            reset(from);
            reset(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset(from);
            reset(to);
        }
    }

    private void awaitPassage() throws InterruptedException {
        synchronized (gate) {
            while (stalled) {
                gate.wait();
            }
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException closedAlready) {
            open.remove(socket);
            return;
        }
        end(socket);
    }
}
