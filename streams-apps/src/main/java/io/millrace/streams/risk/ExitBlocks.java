package io.millrace.streams.risk;

import io.millrace.core.risk.Exit;
import io.millrace.streams.avro.ExitState;
import io.millrace.streams.avro.ExitsState;
import io.millrace.streams.state.GrowingBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The exits of one account, and which of them share a block of the store. A block is named by the number of its first exit.
 * Forgetting deletes whole blocks, so the store may hold a few more than are remembered.
 */
final class ExitBlocks {
    private static final int EXITS_PER_BLOCK = 16;
    private static final GrowingBlock.Shape SHAPE = new GrowingBlock.Shape(ExitsState.getClassSchema());

    private final String accountId;
    private final int remembered;
    private final TreeSet<Long> starts = new TreeSet<>();
    /** Blocks to be written, null for one to be deleted. */
    private final Map<Long, GrowingBlock> changed = new HashMap<>();
    /** The latest block, null before the first exit since the start. */
    private GrowingBlock growing;

    private List<Exit> exits = List.of();
    private long next;

    /** @param remembered how many exits an account remembers */
    ExitBlocks(String accountId, int remembered) {
        this.accountId = accountId;
        this.remembered = remembered;
    }

    /** Takes over the next block that is in the store. */
    void load(List<ExitState> block) {
        starts.add(block.get(0).getNumber());
        next = block.get(block.size() - 1).getNumber() + 1;
        var all = new ArrayList<>(exits);
        block.forEach(exit -> all.add(ExitsStore.exit(exit)));
        exits = List.copyOf(all.subList(Math.max(0, all.size() - remembered), all.size()));
    }

    /** Those that are remembered. */
    List<Exit> exits() {
        return exits;
    }

    /** Adds what is new at the end of a list and forgets what is not in it any more; false if it is the list of before. */
    boolean become(List<Exit> latest) {
        if (latest == exits) {
            return false;
        }
        for (var exit : latest.subList(known(latest), latest.size())) {
            add(exit);
        }
        exits = latest;
        while (starts.size() > 1 && starts.higher(starts.first()) <= next - latest.size()) {
            changed.put(starts.pollFirst(), null);
        }
        return true;
    }

    /** How many of a list were in the one before: lists share the exits themselves, and two that are equal are two. */
    @SuppressWarnings("ReferenceEquality")
    private int known(List<Exit> latest) {
        int known = exits.isEmpty() ? 0 : latest.size();
        while (known > 0 && latest.get(known - 1) != exits.get(exits.size() - 1)) {
            known--;
        }
        return known;
    }

    private void add(Exit exit) {
        if (growing == null || growing.size() >= EXITS_PER_BLOCK) {
            growing = new GrowingBlock(SHAPE, accountId);
            starts.add(next);
        }
        growing.add(new ExitState(
                exit.instrument().toString(), exit.nanos(), exit.profit().units(), next));
        changed.put(starts.last(), growing);
        next++;
    }

    /** Hands over each changed block by its first number. */
    void write(BiConsumer<Long, Supplier<byte[]>> written, LongConsumer deleted) {
        changed.forEach((first, block) -> {
            if (block == null) {
                deleted.accept(first);
            } else {
                written.accept(first, block.encoded());
            }
        });
        changed.clear();
    }
}
