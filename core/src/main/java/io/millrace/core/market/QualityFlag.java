package io.millrace.core.market;

import java.util.ArrayList;
import java.util.List;

/** What can be doubtful about market data. A set of them is an {@code int}, one {@link #bit()} each. */
public enum QualityFlag {
    /** The source's sequence left numbers out: trades are missing. */
    GAP(1 << 0),
    /** A sequence number came again; the repetition was dropped. */
    DUPLICATE(1 << 1),
    /** A trade came after a later one, within the lateness bound. */
    OUT_OF_ORDER(1 << 2),
    /** A trade came after its bar was closed. */
    LATE(1 << 3),
    /** Nothing had come from the instrument for longer than its bound. */
    STALE(1 << 4),
    /** The bid was at or above the ask. */
    CROSSED(1 << 5),
    /** A price was far from its neighbours, by a robust z-score. */
    OUTLIER(1 << 6),
    /** A quantity was zero. */
    ZERO_SIZE(1 << 7),
    /** A trade was stamped further ahead of the others than its bound. */
    FUTURE(1 << 8);

    private static final QualityFlag[] ALL = values();

    private final int bit;

    QualityFlag(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    public boolean isIn(int flags) {
        return (flags & bit) != 0;
    }

    /** The names of the flags in a set, in their order. */
    public static List<String> names(int flags) {
        if (flags == 0) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (QualityFlag flag : ALL) {
            if (flag.isIn(flags)) {
                names.add(flag.name());
            }
        }
        return names;
    }

    /**
     * The set of the flags with those names.
     *
     * @throws IllegalArgumentException if there is none of a name
     */
    public static int of(List<String> names) {
        int flags = 0;
        for (String name : names) {
            flags |= valueOf(name).bit;
        }
        return flags;
    }
}
