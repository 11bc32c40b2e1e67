package io.millrace.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom PostgreSQL runs as, since it refuses to be root: whoever we are; as root, nobody in a user namespace of its own,
 * or, where that is forbidden (containers), the user nobody.
 */
final class PostgresUser {
    private static final String NOBODY = "nobody";
    private static final List<List<String>> WAYS = List.of(
            List.of("unshare", "--user"), List.of("setpriv", "--reuid=" + NOBODY, "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    private PostgresUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static PostgresUser here() throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return new PostgresUser(List.of());
        }
        for (var way : WAYS) {
            if (works(way)) {
                return new PostgresUser(way);
            }
        }
        throw new IOException("PostgreSQL refuses to run as root, and neither unshare nor setpriv works here:"
                + " run as another user");
    }

    /** The words that go before a command. */
    List<String> prefix() {
        return prefix;
    }

    /** Gives a directory to the user; in a namespace of its own root's are its own. */
    void own(Path directory) throws IOException {
        if (prefix.isEmpty() || prefix.get(0).equals("unshare")) {
            return;
        }
        var nobody = directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
        try (var files = Files.walk(directory)) {
            for (var file : files.toList()) {
                Files.setOwner(file, nobody);
            }
        }
    }

    private static boolean works(List<String> way) throws InterruptedException {
        try {
            var words = new ArrayList<>(way);
            words.add("true");
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
