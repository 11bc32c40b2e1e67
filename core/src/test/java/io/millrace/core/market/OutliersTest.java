package io.millrace.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutliersTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private final Outliers outliers = new Outliers(10);
    private final OutlierReference reference = new OutlierReference();
    private long before;

    @Test
    void findsASpikeAndBelievesTheTradeAfterIt() {
        still(200);
        assertThat(next(11_000)).isGreaterThan(10);
        assertThat(next(10_000)).isZero();
        assertThat(next(9_000)).isGreaterThan(10);
        assertThat(next(10_001)).isZero();
    }

    @Test
    void believesAMarketThatMovedForGoodAtItsSecondTrade() {
        still(200);
        assertThat(next(12_000)).isGreaterThan(10);
        assertThat(next(12_001)).isZero();
        assertThat(next(12_000)).isZero();
    }

    @Test
    void aTickInAStillMarketIsNoOutlierAndTheFirstBlockJudgesNothing() {
        assertThat(next(10_000)).isZero();
        assertThat(next(20_000)).isZero();
        still(200);
        assertThat(next(10_001)).isZero();
        assertThat(next(9_998)).isZero();
    }

    @Test
    void theLogarithmOfSmallMovesIsExactToTheLastDigits() {
        for (long to = 99_000_000; to < 101_000_000; to += 1_234) {
            var fresh = new OutlierReference();
            outliers.next(fresh, 0, 100_000_000);
            outliers.next(fresh, 100_000_000, to);
            assertThat(fresh.returns[0])
                    .isCloseTo(StrictMath.log(to / 1e8), org.assertj.core.data.Offset.offset(2.5e-16));
        }
    }

    /** Of real trades next to none are outliers, and of planted ones all are found. */
    @ParameterizedTest
    @CsvSource({"lean-us-equity-ticks, 0.0001", "lean-comex-gc-ticks, 0.0001", "ta4j-examples, 0.003"})
    void findsPlantedSpikesInRealTradesAndHardlyAnythingElse(String folder, double mostOthers) throws IOException {
        assumeThat(Files.isDirectory(DATA.resolve(folder)))
                .as("data of %s beside the project", folder)
                .isTrue();
        var random = new Random(5);
        long trades = 0;
        long planted = 0;
        long found = 0;
        long others = 0;
        for (var prices : prices(DATA.resolve(folder)).values()) {
            var known = new OutlierReference();
            long last = 0;
            for (int i = 0; i < prices.size(); i++) {
                boolean plant = i > 200 && random.nextInt(1_000) == 0;
                long price = plant ? prices.get(i) / 10 * (random.nextBoolean() ? 11 : 9) : prices.get(i);
                boolean outlier = outliers.next(known, last, price) > 0;
                trades++;
                planted += plant ? 1 : 0;
                found += plant && outlier ? 1 : 0;
                others += !plant && outlier ? 1 : 0;
                last = price;
            }
        }
        assertThat(found).isEqualTo(planted).isGreaterThan(50);
        assertThat((double) others / trades).isLessThan(mostOthers);
    }

    private void still(int trades) {
        for (int i = 0; i < trades; i++) {
            next(10_000);
        }
    }

    private double next(long cents) {
        long price = cents * 1_000_000;
        double score = outliers.next(reference, before, price);
        before = price;
        return score;
    }

    private static Map<String, List<Long>> prices(Path folder) throws IOException {
        var bySymbol = new TreeMap<String, List<Long>>();
        List<Path> files;
        try (var listed = Files.list(folder)) {
            files = listed.sorted().toList();
        }
        for (var file : files) {
            try (var reader = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                reader.readLine();
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    var fields = line.split(",", -1);
                    if (new BigDecimal(fields[3]).signum() > 0) {
                        bySymbol.computeIfAbsent(fields[1], symbol -> new ArrayList<>())
                                .add(new BigDecimal(fields[2]).movePointRight(8).longValueExact());
                    }
                }
            }
        }
        return bySymbol;
    }
}
