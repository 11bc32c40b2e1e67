package io.millrace.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/risk.md lists every check by its number, and names tests that exist. */
class RiskPageTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| `([A-Z_]+)` \\|.*");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void listsEveryCheckInTheOrderOfItsNumber() throws IOException {
        var rows = new ArrayList<String>();
        for (var line : page()) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(row.group(1) + " " + row.group(2));
            }
        }
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(RiskCode.values())
                        .map(code -> code.number() + " " + code)
                        .toList());
    }

    @Test
    void namesTestsThatExist() throws IOException {
        int named = 0;
        for (var line : page()) {
            var test = TEST.matcher(line);
            while (test.find()) {
                var source = Path.of("src/test/java/io/millrace/core/risk", test.group(1) + ".java");
                assertThat(Files.readString(source)).contains("void " + test.group(2) + "(");
                named++;
            }
        }
        assertThat(named).isGreaterThan(RiskCode.values().length);
    }

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("../docs/risk.md"));
    }
}
