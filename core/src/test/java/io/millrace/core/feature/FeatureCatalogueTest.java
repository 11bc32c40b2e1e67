package io.millrace.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.feature.FeatureMarket.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FeatureCatalogueTest {
    private static final String COMMAND = "./mvnw -q -pl core test -Dtest=FeatureCatalogueTest -Dcatalogue.write=true";
    private static final Path PAGE = Path.of("..", "docs", "features.md");

    /**
     * What each version of each set declares (its names and units in their order, the size of its memory), and what it
     * computes of a given market. A model was trained on these columns and a savepoint holds this memory: whoever changes a
     * set gives it the next version, and a line here, and leaves the others alone.
     */
    private static final Map<String, String> RELEASED = Map.of(
            "basic/1", "9e76149c4c494eb1 5b9e0762e3f1ef3c",
            "benchmark/1", "caef9e346a2a55ae e894605f49693ff9",
            "market/1", "4b2d1e0f644f0eaa 23ad4466a29c3655",
            "quotes/1", "7704485527a4c6aa 1565ee3878b722fc");

    static final List<String> SETS = FeatureSets.NAMES;

    @Test
    void thePageSaysWhatTheSetsSay() throws IOException {
        var page = FeatureCatalogue.page(
                FeatureSets.NAMES.stream().map(FeatureSets::named).toList(), COMMAND);
        if (Boolean.getBoolean("catalogue.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/features.md is out of date; write it with: " + COMMAND)
                .isEqualTo(page);
    }

    @ParameterizedTest
    @FieldSource("SETS")
    void aSetDoesNotChangeUnderItsVersion(String name) {
        var set = FeatureSets.named(name);
        assertThat(RELEASED)
                .as("what a version declares and computes is fixed: give %s the next version", name)
                .containsEntry(name + "/" + set.version(), digest(schema(set)) + " " + digest(computed(set)));
    }

    private static String schema(FeatureSet set) {
        var schema = new StringBuilder();
        set.features().forEach(feature -> schema.append(feature.name())
                .append('\t')
                .append(feature.unit())
                .append('\n'));
        return schema.append(set.stateSize()).toString();
    }

    private static String computed(FeatureSet set) {
        var intervals = List.of(FeatureMarket.MINUTE);
        var trades = FeatureMarket.trades(23, 5_000);
        var steps = FeatureMarket.steps(trades, FeatureMarket.quotes(trades, 29), intervals);
        if (!set.name().equals("benchmark")) {
            return bits(FeatureMarket.run(List.of(set.name()), intervals, steps));
        }
        var bars = steps.stream().map(Step::bar).filter(Objects::nonNull).toList();
        var vectors = new ArrayList<FeatureVector>();
        for (int i = 7; i < bars.size(); i++) {
            vectors.add(set.update(Sample.of(bars.get(i), bars.get(i - 7).close()), i));
        }
        return bits(vectors);
    }

    private static String bits(List<FeatureVector> vectors) {
        var bits = new StringBuilder();
        for (var vector : vectors) {
            vector.values().forEach((name, value) -> bits.append(name)
                    .append('=')
                    .append(Long.toHexString(Double.doubleToLongBits(value)))
                    .append('\n'));
        }
        return bits.toString();
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @ParameterizedTest
    @FieldSource("SETS")
    void everyFeatureIsNamedOnceAndSaysWhatItIs(String name) {
        var names = new HashSet<String>();
        assertThat(FeatureSets.named(name).features()).allSatisfy(feature -> {
            assertThat(names.add(feature.name())).as(feature.name()).isTrue();
            assertThat(feature.name()).matches("[a-z][A-Za-z]*(\\.[a-zA-Z]+)?(\\([0-9.,]+\\))?");
            assertThat(feature.unit()).isNotBlank();
            assertThat(feature.meaning()).isNotBlank();
            assertThat(feature.warmUp()).isPositive();
        });
    }
}
