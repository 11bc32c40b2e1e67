package io.millrace.local.setup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Where the built parts are: the project's directory, as Maven left it.
 *
 * @param root holds {@code mvnw}
 */
public record Installation(Path root) {
    /** The directory named by {@code MILLRACE_HOME}, else the nearest above the working directory. */
    public static Installation find() {
        var home = System.getenv("MILLRACE_HOME");
        if (home != null) {
            return new Installation(Path.of(home).toAbsolutePath());
        }
        var directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.exists(directory.resolve("mvnw"))) {
            directory = directory.getParent();
        }
        if (directory == null) {
            throw new IllegalStateException("no Millrace here: set MILLRACE_HOME to its directory");
        }
        return new Installation(directory);
    }

    /** A module's own jar and everything it needs at run time. */
    public String classpath(String module) throws IOException {
        return jar(module) + File.pathSeparator + dependencies(module);
    }

    /** The artifact that ships the trades of the demo as a resource. */
    public String shippedTrades() throws IOException {
        return Arrays.stream(dependencies("infra/local").split(File.pathSeparator))
                .filter(jar -> jar.contains("ta4j-examples"))
                .findFirst()
                .orElseThrow(() -> new IOException("ta4j-examples is not among what infra/local needs"));
    }

    /** What a module needs at run time, without the module. */
    public String dependencies(String module) throws IOException {
        var file = built(module).resolve("classpath");
        if (!Files.exists(file)) {
            throw notBuilt(file);
        }
        return Files.readString(file).trim();
    }

    /** A module's jar: the one built last, should an old name be left over. */
    public Path jar(String module) throws IOException {
        var directory = built(module);
        var jars = new TreeMap<FileTime, Path>();
        try (var files = Files.newDirectoryStream(directory, "millrace-*.jar")) {
            for (var jar : files) {
                if (!jar.toString().matches(".*-(tests|sources|javadoc)\\.jar")) {
                    jars.put(Files.getLastModifiedTime(jar), jar);
                }
            }
        } catch (NoSuchFileException e) {
            throw notBuilt(directory);
        }
        if (jars.isEmpty()) {
            throw notBuilt(directory);
        }
        return jars.lastEntry().getValue();
    }

    private static IOException notBuilt(Path missing) {
        return new IOException("not built: nothing in " + missing + "; run ./mvnw -DskipTests package");
    }

    /** What the build left of a module. */
    public Path built(String module) {
        return root.resolve(module).resolve("target");
    }

    /** The flag that makes a Java process that is not our own log to its standard output. */
    public String logging() {
        return "-Dlog4j2.configurationFile="
                + root.resolve("infra/local/conf/log4j2.properties").toUri();
    }
}
