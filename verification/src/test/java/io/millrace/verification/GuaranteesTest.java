package io.millrace.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verification.history.Checkers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/guarantees.md names as proof exists, and it names every checker. */
class GuaranteesTest {
    private static final Pattern SHOWN = Pattern.compile("`([A-Z][A-Za-z]+)`");
    /** Words in the page's code style that are no classes. */
    private static final Set<String> WORDS = Set.of("EXACTLY", "GAP");

    @Test
    void everyTestAndCheckerThatIsNamedExists() throws IOException {
        var known = testClasses();
        known.addAll(Checkers.names());

        assertThat(named()).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void everyCheckerIsNamed() throws IOException {
        assertThat(named()).containsAll(Checkers.names());
    }

    private static Set<String> named() throws IOException {
        return SHOWN.matcher(Files.readString(DemoRun.root().resolve("docs/guarantees.md")))
                .results()
                .map(result -> result.group(1))
                .filter(word -> !WORDS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> testClasses() throws IOException {
        var root = DemoRun.root();
        try (var files = Files.find(root, 14, (file, attributes) -> isTestSource(root.relativize(file)))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isTestSource(Path file) {
        var path = file.toString();
        return path.contains("src/test/java") && path.endsWith("Test.java") && !path.contains("target");
    }
}
