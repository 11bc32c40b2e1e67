package io.millrace.core.execution;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Side;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much worse than the market's price an order fills that takes liquidity: a buyer pays more, a seller gets less,
 * never by {@value #MAX_BPS} bps or more.
 */
public sealed interface SlippageModel {
    /** No slippage reaches it, in 1/10,000 of the price: a price stays above zero. */
    long MAX_BPS = 10_000;

    /**
     * The price of a fill.
     *
     * @param market what the market event offers that side
     * @param taken what the account takes of the event in all, this fill included
     * @param volume of the market event, zero if it is not known
     */
    Price on(Side side, Price market, Quantity taken, Quantity volume);

    /** The market's price as it is. */
    record None() implements SlippageModel {
        @Override
        public Price on(Side side, Price market, Quantity taken, Quantity volume) {
            return market;
        }
    }

    /**
     * The same for every fill.
     *
     * @param bps in 1/10,000 of the price, from 0 to below {@link #MAX_BPS}
     */
    record Fixed(long bps) implements SlippageModel {
        public Fixed {
            if (bps < 0 || bps >= MAX_BPS) {
                throw new IllegalArgumentException("slippage must be in [0, 10000) bps, was " + bps);
            }
        }

        @Override
        public Price on(Side side, Price market, Quantity taken, Quantity volume) {
            return market.plusBps(side.sign() * bps);
        }
    }

    /**
     * Grows with the square of the share of the event's volume: {@code price × impact × min(taken / volume, limit)²}.
     * Source: VolumeShareSlippage of zipline, whose defaults are a limit of 250 bps and an impact of 1,000 bps. It limits
     * the fill's quantity too; here that is {@link ParticipationModel}'s.
     *
     * @param limitBps greatest share that counts, above 0 and at most 10,000
     * @param impactBps slippage of an order as large as the event, in 1/10,000 of the price, from 0 to below {@link
     *     #MAX_BPS}
     */
    record VolumeShare(long limitBps, long impactBps) implements SlippageModel {
        public VolumeShare {
            if (limitBps <= 0 || limitBps > 10_000) {
                throw new IllegalArgumentException("a volume share must be in (0, 10000] bps, was " + limitBps);
            }
            if (impactBps < 0 || impactBps >= MAX_BPS) {
                throw new IllegalArgumentException("an impact must be in [0, 10000) bps, was " + impactBps);
            }
        }

        @Override
        public Price on(Side side, Price market, Quantity taken, Quantity volume) {
            var limit = new Quantity(ONE.units() / MAX_BPS * limitBps);
            var share = taken.compareTo(volume) >= 0 ? limit : limit.min(shareOf(taken, volume));
            var impact = new Money(market.units())
                    .bps(impactBps)
                    .proportion(share, ONE)
                    .proportion(share, ONE);
            return worse(side, market, impact);
        }

        private static Quantity shareOf(Quantity taken, Quantity volume) {
            return new Quantity(new Money(ONE.units()).proportion(taken, volume).units());
        }
    }

    /**
     * Grows with the square root of the part of the event's volume: {@code price × coefficient × √(taken / volume)}, at
     * most 9,999 bps. Source: the square-root law of market impact, Tóth et al., Anomalous price impact and the critical
     * nature of liquidity in financial markets (2011), with the event's volume in the place of the day's and the
     * volatility within the coefficient. An unknown volume counts as that of the order.
     *
     * @param coefficientBps slippage of an order as large as the event, in 1/10,000 of the price, from 0 to below {@link
     *     #MAX_BPS}
     */
    record SquareRoot(long coefficientBps) implements SlippageModel {
        public SquareRoot {
            if (coefficientBps < 0 || coefficientBps >= MAX_BPS) {
                throw new IllegalArgumentException("a coefficient must be in [0, 10000) bps, was " + coefficientBps);
            }
        }

        @Override
        public Price on(Side side, Price market, Quantity taken, Quantity volume) {
            // Division and square root are exact to the last bit in IEEE 754: the same on every machine.
            double part = volume.isPositive() ? taken.units() / (double) volume.units() : 1;
            double bps = Math.min(coefficientBps * Math.sqrt(part), MAX_BPS - 1);
            var worth = new Quantity((long) (bps * UNITS_PER_BPS));
            return worse(side, market, new Money(market.units()).proportion(worth, ONE));
        }
    }

    /** One in 1/10,000, in units of {@link #ONE}. */
    double UNITS_PER_BPS = 10_000;

    /** One unit, by which shares are counted. */
    Quantity ONE = Quantity.of("1");

    /** The models' names, for messages and pages. */
    List<String> NAMES = List.of("none", "fixed(BPS)", "volume-share(LIMIT_BPS,IMPACT_BPS)", "square-root(BPS)");

    static SlippageModel none() {
        return new None();
    }

    static SlippageModel fixed(long bps) {
        return bps == 0 ? none() : new Fixed(bps);
    }

    /**
     * Reads a model: one of {@link #NAMES}.
     *
     * @throws IllegalArgumentException if it is none, or a number is out of range
     */
    static SlippageModel parse(String text) {
        Matcher matcher = Pattern.compile("([a-z-]+)(?:\\((\\d{1,5})(?:,(\\d{1,5}))?\\))?")
                .matcher(text.replace(" ", ""));
        if (matcher.matches()) {
            long first = matcher.group(2) == null ? -1 : Long.parseLong(matcher.group(2));
            long second = matcher.group(3) == null ? -1 : Long.parseLong(matcher.group(3));
            boolean one = first >= 0 && second < 0;
            switch (matcher.group(1)) {
                case "none" -> {
                    if (first < 0) {
                        return none();
                    }
                }
                case "fixed" -> {
                    if (one) {
                        return fixed(first);
                    }
                }
                case "square-root" -> {
                    if (one) {
                        return new SquareRoot(first);
                    }
                }
                case "volume-share" -> {
                    if (second >= 0) {
                        return new VolumeShare(first, second);
                    }
                }
                default -> {}
            }
        }
        throw new IllegalArgumentException("no slippage model '" + text + "', there are: " + String.join(", ", NAMES));
    }

    private static Price worse(Side side, Price market, Money impact) {
        return new Price(market.units() + side.sign() * impact.units());
    }
}
