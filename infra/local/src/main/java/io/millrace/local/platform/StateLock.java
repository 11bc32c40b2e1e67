package io.millrace.local.platform;

import io.millrace.local.setup.State;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one launcher that uses a state directory; freed by the system if the launcher dies. */
final class StateLock implements AutoCloseable {
    private final FileChannel channel;
    private final Path owner;

    private StateLock(FileChannel channel, Path owner) {
        this.channel = channel;
        this.owner = owner;
    }

    /** @throws IOException another launcher holds it */
    static StateLock take(State state) throws IOException {
        Files.createDirectories(state.run());
        var channel =
                FileChannel.open(state.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new IOException("another platform runs on " + state.directory() + " (process "
                    + owner(state).map(ProcessHandle::pid).map(String::valueOf).orElse("unknown")
                    + "): end it with ./millrace down");
        }
        var owner = state.run().resolve("launcher");
        Files.writeString(owner, Long.toString(ProcessHandle.current().pid()));
        return new StateLock(channel, owner);
    }

    /** The launcher that holds the lock now. */
    static Optional<ProcessHandle> owner(State state) throws IOException {
        var file = state.run().resolve("launcher");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(state.run().resolve("lock"), StandardOpenOption.WRITE)) {
            return locked(channel)
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(Files.readString(file).trim()));
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(owner);
        channel.close();
    }
}
