package io.millrace.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SizingPageTest {
    @Test
    void namesEveryKindWithItsParameters() throws IOException {
        var lines = Files.readAllLines(Path.of("../docs/sizing.md"));
        for (var kind : SizingKind.values()) {
            assertThat(lines).anySatisfy(line -> {
                assertThat(line).startsWith("| `" + kind.word() + "`");
                kind.parameters().forEach(parameter -> assertThat(line).contains("`" + parameter.name() + "`"));
            });
        }
    }
}
