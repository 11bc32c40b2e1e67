package io.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeLoopTest {
    private static final int BARS = 25;

    @TempDir(factory = QuickDirectory.class)
    private Path directory;

    @Test
    void decidesFillsAndValuesTheSameInWhateverOrderRecordsArrive() {
        var first = run(1, 0);
        assertThat(first.decisions()).containsOnlyKeys("A", "B", "C");
        assertThat(first.decisions().get("A")).hasSizeGreaterThan(20);
        assertThat(first.reports().get("A BTC-USD.BITSTAMP")).hasSizeGreaterThan(30);
        assertThat(first.equity().get("A")).hasSizeGreaterThan(30);
        for (int seed = 2; seed <= 4; seed++) {
            run(seed, 0).assertSameAs(first);
        }
    }

    @Test
    void comesToTheSameEndWhenStagesAreStoppedInBetween() {
        run(7, 0.02).assertSameAs(run(1, 0));
    }

    private Outcome run(int seed, double restarts) {
        return TestLoops.run(directory.resolve("run-" + seed), BARS, new SplittableRandom(seed), restarts);
    }
}
