package io.millrace.core.market.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BarPageTest {
    private static final String COMMAND = "./mvnw -q -pl core -am test -Dtest=BarPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dcatalogue.write=true";
    private static final Path PAGE = Path.of("..", "docs", "bars.md");

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        var page = BarPage.page(COMMAND);
        if (Boolean.getBoolean("catalogue.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/bars.md is out of date; write it with: " + COMMAND)
                .isEqualTo(page);
    }
}
