package io.millrace.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Quantity;
import io.millrace.core.order.Slices.Slice;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static final Quantity LOT = Quantity.of("0.1");

    @Test
    void splitsATwapEvenlyAndPutsTheRemainderInTheLastSlice() {
        assertThat(slices("1", Algorithm.twap(40, 4), LOT))
                .containsExactly(
                        new Slice(1, 100, Quantity.of("0.2")),
                        new Slice(2, 110, Quantity.of("0.2")),
                        new Slice(3, 120, Quantity.of("0.2")),
                        new Slice(4, 130, Quantity.of("0.4")));
    }

    @Test
    void splitsAVwapByItsVolumeProfile() {
        assertThat(slices("1", Algorithm.vwap(30, List.of(5L, 2L, 3L)), LOT))
                .containsExactly(
                        new Slice(1, 100, Quantity.of("0.5")),
                        new Slice(2, 110, Quantity.of("0.2")),
                        new Slice(3, 120, Quantity.of("0.3")));
    }

    @Test
    void sendsNothingWhereTheProfileExpectsNoVolume() {
        assertThat(slices("1", Algorithm.vwap(30, List.of(1L, 0L, 1L)), LOT))
                .containsExactly(new Slice(1, 100, Quantity.of("0.5")), new Slice(3, 120, Quantity.of("0.5")));
    }

    @Test
    void carriesASliceThatIsTooSmallToTheNext() {
        assertThat(slices("1", Algorithm.twap(50, 5), Quantity.of("0.4")))
                .containsExactly(new Slice(2, 110, Quantity.of("0.4")), new Slice(4, 130, Quantity.of("0.6")));
    }

    @Test
    void isOneOrderIfTheWholeIsTheLeast() {
        assertThat(slices("0.4", Algorithm.twap(50, 5), Quantity.of("0.4")))
                .containsExactly(new Slice(5, 140, Quantity.of("0.4")));
    }

    @Property
    void splitsExactlyInLotsAndInOrder(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long lots,
            @ForAll @LongRange(min = 1, max = 1_000_000) long lot,
            @ForAll @IntRange(min = 1, max = 20) int leastLots,
            @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 0, max = 1000) Long> weights,
            @ForAll @LongRange(min = 50, max = 1_000_000_000L) long horizon,
            @ForAll boolean twap) {
        var quantity = new Quantity(Math.max(lots, leastLots) * lot);
        boolean even = twap || weights.stream().allMatch(weight -> weight == 0);
        var algorithm = even ? Algorithm.twap(horizon, weights.size()) : Algorithm.vwap(horizon, weights);
        var terms = OrderTerms.market(Side.BUY, quantity).splitBy(algorithm);

        var slices = Slices.of(terms, new Quantity(lot), new Quantity(leastLots * lot), 1000);

        assertThat(slices.stream().map(Slice::quantity).reduce(Quantity.ZERO, Quantity::plus))
                .isEqualTo(quantity);
        assertThat(slices)
                .allMatch(slice -> slice.quantity().isMultipleOf(new Quantity(lot))
                        && slice.quantity().units() >= leastLots * lot
                        && slice.dueNanos() >= 1000
                        && slice.dueNanos() < 1000 + horizon);
        assertThat(LongStream.range(1, slices.size())
                        .allMatch(i -> slices.get((int) i - 1).dueNanos()
                                < slices.get((int) i).dueNanos()))
                .isTrue();
    }

    private static List<Slice> slices(String quantity, Algorithm algorithm, Quantity least) {
        var terms = OrderTerms.market(Side.BUY, Quantity.of(quantity)).splitBy(algorithm);
        return Slices.of(terms, LOT, least, 100);
    }
}
