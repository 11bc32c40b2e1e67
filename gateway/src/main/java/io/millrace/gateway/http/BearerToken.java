package io.millrace.gateway.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret that opens the gateway: 256 random bits, made at the first start and kept in a file only its owner reads. */
public final class BearerToken {
    /** Who holds the token; the author of what is written with it. */
    static final String AUTHOR = "operator";

    private static final String SCHEME = "Bearer ";
    private static final int BYTES = 32;

    private final byte[] expected;

    private BearerToken(String secret) {
        this.expected = secret.getBytes(StandardCharsets.UTF_8);
    }

    public static BearerToken of(String secret) {
        return new BearerToken(secret);
    }

    /** Reads the file; makes it, readable for its owner only (0600), if there is none. */
    public static BearerToken in(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            var secret = Files.readString(file).trim();
            if (secret.length() < BYTES) {
                throw new IllegalStateException(file + " must hold a token of at least " + BYTES + " characters, holds "
                        + secret.length() + "; delete it to get a new one");
            }
            return new BearerToken(secret);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the token in " + file, e);
        }
    }

    /** A crash leaves either no token file or a whole one. */
    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether an Authorization header carries this token; takes as long for a wrong one as for the right one. */
    boolean opens(String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        expected,
                        authorization.substring(SCHEME.length()).trim().getBytes(StandardCharsets.UTF_8));
    }
}
