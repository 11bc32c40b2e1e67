package io.millrace.local.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and tokens, made at first use, readable by their owner alone. */
public final class Secrets {
    private static final int BYTES = 24;

    private final Path directory;

    public Secrets(Path directory) {
        this.directory = directory;
    }

    /** The secret of that name: always the same once made. */
    public synchronized String get(String name) throws IOException {
        var file = file(name);
        if (!Files.exists(file)) {
            var random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.createDirectories(directory);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).trim();
    }

    public Path file(String name) {
        return directory.resolve(name);
    }
}
