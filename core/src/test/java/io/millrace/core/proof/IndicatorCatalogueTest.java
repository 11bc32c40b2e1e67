package io.millrace.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.catalogue.IndicatorKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class IndicatorCatalogueTest {
    private static final String COMMAND =
            "./mvnw -q -pl core test -Dtest=IndicatorCatalogueTest -Dcatalogue.write=true";
    private static final Path PAGE = Path.of("..", "docs", "indicators.md");

    @Test
    void thePageSaysWhatTheIndicatorsSay() throws IOException {
        var page = new IndicatorCataloguePage(Streams.values(7, IndicatorCataloguePage.MEASURED_BARS)).write(COMMAND);
        if (Boolean.getBoolean("catalogue.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/indicators.md is out of date; write it with: " + COMMAND)
                .isEqualTo(page);
    }

    @Test
    void everyKindDescribesItself() {
        var kinds = new ArrayList<IndicatorKind>(IndicatorKinds.all());
        kinds.addAll(IndicatorKinds.PAIRS.kinds());
        assertThat(kinds).allSatisfy(kind -> {
            assertThat(kind.title()).isNotBlank();
            assertThat(kind.formula()).isNotBlank();
            assertThat(kind.seeding()).isNotBlank();
            assertThat(kind.source()).isNotBlank();
            assertThat(kind.values()).isNotEmpty().allSatisfy(value -> assertThat(value.unit())
                    .isNotBlank());
        });
        assertThat(kinds).extracting(IndicatorKind::word).doesNotHaveDuplicates();
    }
}
