package io.millrace.core.risk;

import io.millrace.core.money.Money;
import java.time.Duration;

/** Limits with one of them changed at a time. */
record LimitsOf(Limits limits) {
    LimitsOf maxOrderNotional(String limit) {
        return new LimitsOf(new Limits(
                Money.of(limit),
                limits.maxPositionNotional(),
                limits.maxGrossExposure(),
                limits.maxLeverageBps(),
                limits.maxDailyLoss(),
                limits.maxDrawdownBps(),
                limits.maxOrdersPerMinute(),
                limits.maxPriceAge()));
    }

    LimitsOf maxPosition(String limit) {
        return new LimitsOf(new Limits(
                limits.maxOrderNotional(),
                Money.of(limit),
                limits.maxGrossExposure(),
                limits.maxLeverageBps(),
                limits.maxDailyLoss(),
                limits.maxDrawdownBps(),
                limits.maxOrdersPerMinute(),
                limits.maxPriceAge()));
    }

    LimitsOf maxGross(String limit) {
        return new LimitsOf(new Limits(
                limits.maxOrderNotional(),
                limits.maxPositionNotional(),
                Money.of(limit),
                limits.maxLeverageBps(),
                limits.maxDailyLoss(),
                limits.maxDrawdownBps(),
                limits.maxOrdersPerMinute(),
                limits.maxPriceAge()));
    }

    LimitsOf maxLeverage(long limit) {
        return new LimitsOf(new Limits(
                limits.maxOrderNotional(),
                limits.maxPositionNotional(),
                limits.maxGrossExposure(),
                limit,
                limits.maxDailyLoss(),
                limits.maxDrawdownBps(),
                limits.maxOrdersPerMinute(),
                limits.maxPriceAge()));
    }

    LimitsOf maxDailyLoss(String limit) {
        return new LimitsOf(new Limits(
                limits.maxOrderNotional(),
                limits.maxPositionNotional(),
                limits.maxGrossExposure(),
                limits.maxLeverageBps(),
                Money.of(limit),
                limits.maxDrawdownBps(),
                limits.maxOrdersPerMinute(),
                limits.maxPriceAge()));
    }

    LimitsOf maxDrawdown(long limit) {
        return new LimitsOf(new Limits(
                limits.maxOrderNotional(),
                limits.maxPositionNotional(),
                limits.maxGrossExposure(),
                limits.maxLeverageBps(),
                limits.maxDailyLoss(),
                limit,
                limits.maxOrdersPerMinute(),
                limits.maxPriceAge()));
    }

    LimitsOf maxOrders(int limit) {
        return new LimitsOf(new Limits(
                limits.maxOrderNotional(),
                limits.maxPositionNotional(),
                limits.maxGrossExposure(),
                limits.maxLeverageBps(),
                limits.maxDailyLoss(),
                limits.maxDrawdownBps(),
                limit,
                limits.maxPriceAge()));
    }

    LimitsOf maxAge(Duration limit) {
        return new LimitsOf(new Limits(
                limits.maxOrderNotional(),
                limits.maxPositionNotional(),
                limits.maxGrossExposure(),
                limits.maxLeverageBps(),
                limits.maxDailyLoss(),
                limits.maxDrawdownBps(),
                limits.maxOrdersPerMinute(),
                limit));
    }
}
