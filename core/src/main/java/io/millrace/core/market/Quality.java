package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;

/** Which flags a bar keeps. */
final class Quality {
    /**
     * Flags that say something of the source at that time, whichever trade showed it: they stay with the bar although
     * that trade may be taken back. The others go with their trade.
     */
    static final int OF_THE_BAR = QualityFlag.GAP.bit()
            | QualityFlag.DUPLICATE.bit()
            | QualityFlag.STALE.bit()
            | QualityFlag.CROSSED.bit()
            | QualityFlag.ZERO_SIZE.bit()
            | QualityFlag.FUTURE.bit();

    private Quality() {}

    /** Flags a bar for good. */
    static void flag(PartialBar bar, int flags) {
        bar.quality |= flags;
        bar.ownQuality |= flags;
    }
}
