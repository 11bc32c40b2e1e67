package io.millrace.streams.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.risk.Exit;
import io.millrace.streams.avro.ExitsState;
import io.millrace.streams.state.StateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExitBlocksTest {
    private static final int REMEMBERED = 40;

    private final TreeMap<Long, byte[]> store = new TreeMap<>();
    private int writes;

    @Test
    void remembersTheLatestOverRestarts() {
        var random = new Random(7);
        var blocks = restarted();
        List<Exit> exits = List.of();
        for (int step = 0; step < 2_000; step++) {
            exits = after(exits, random.nextInt(3), step);
            blocks.become(exits);
            if (random.nextInt(4) > 0) {
                write(blocks);
            }
            if (random.nextInt(20) == 0) {
                write(blocks);
                blocks = restarted();
                assertThat(blocks.exits()).isEqualTo(exits);
                exits = blocks.exits();
            }
        }
        assertThat(exits).hasSize(REMEMBERED);
    }

    @Test
    void forgetsWhatNobodyRemembers() {
        var blocks = restarted();
        List<Exit> exits = List.of();
        for (int step = 0; step < 1_000; step++) {
            exits = after(exits, 1, step);
            blocks.become(exits);
            write(blocks);
        }
        assertThat(store.size()).isBetween(3, 4);
    }

    @Test
    void writesOnlyWhatChanged() {
        var blocks = restarted();
        var exits = after(List.of(), 30, 1);
        blocks.become(exits);
        write(blocks);
        writes = 0;
        assertThat(blocks.become(exits)).isFalse();
        write(blocks);
        assertThat(writes).isZero();
        blocks.become(after(exits, 1, 2));
        write(blocks);
        assertThat(writes).isEqualTo(1);
    }

    @Test
    void takesOverAListThatWasKeptElsewhere() {
        var exits = after(List.of(), REMEMBERED, 1);
        var blocks = restarted();
        blocks.become(exits);
        write(blocks);
        assertThat(restarted().exits()).isEqualTo(exits);
    }

    /** A list with some equal exits more. */
    private static List<Exit> after(List<Exit> exits, int more, int step) {
        var next = new ArrayList<>(exits);
        IntStream.range(0, more)
                .forEach(i -> next.add(new Exit(InstrumentId.of("BTC-USD.X"), step / 5, Money.of("1"))));
        return List.copyOf(next.subList(Math.max(0, next.size() - REMEMBERED), next.size()));
    }

    private ExitBlocks restarted() {
        var reader = new StateReader<>(ExitsState.class, ExitsState.getClassSchema());
        var blocks = new ExitBlocks("alpha", REMEMBERED);
        store.values().forEach(bytes -> blocks.load(reader.read(bytes).getExits()));
        return blocks;
    }

    private void write(ExitBlocks blocks) {
        blocks.write(
                (first, block) -> {
                    store.put(first, block.get());
                    writes++;
                },
                store::remove);
    }
}
