package io.millrace.core.execution;

import io.millrace.core.money.Quantity;

/**
 * How much of a market event's volume an account may fill: what is beyond it waits for the next event. Accounts do not
 * take from each other, so that what one gets does not depend on who else trades on paper. Source: the volume limit of
 * zipline's slippage models.
 *
 * @param shareBps in 1/10,000 of the volume; {@link #UNLIMITED} fills every order whole at its first chance
 */
public record ParticipationModel(long shareBps) {
    /** No order is too large. */
    public static final long UNLIMITED = 0;

    public ParticipationModel {
        if (shareBps < 0 || shareBps > 10_000) {
            throw new IllegalArgumentException("participation must be in [0, 10000] bps, was " + shareBps);
        }
    }

    public static ParticipationModel unlimited() {
        return new ParticipationModel(UNLIMITED);
    }

    boolean isLimited() {
        return shareBps != UNLIMITED;
    }

    /** What an account may take of a volume, in whole lots. */
    Quantity of(Quantity volume, Quantity lot) {
        long units = volume.units() / 10_000 * shareBps + volume.units() % 10_000 * shareBps / 10_000;
        return new Quantity(units - units % lot.units());
    }
}
