package io.millrace.schemas;

import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.portfolio.Position;

/** Positions and equity to Avro and back. */
final class PortfolioCodecs {
    private PortfolioCodecs() {}

    static io.millrace.avro.Position position(AccountPosition held) {
        var avro = new io.millrace.avro.Position();
        avro.setAccountId(held.accountId());
        avro.setInstrument(held.position().instrument().toString());
        avro.setQuantity(held.position().quantity().units());
        avro.setCost(held.position().cost().units());
        avro.setRealisedProfit(held.position().realisedProfit().units());
        avro.setFees(held.position().fees().units());
        avro.setEventTimeNanos(held.eventTimeNanos());
        return avro;
    }

    static AccountPosition position(io.millrace.avro.Position avro) {
        var position = new Position(
                Fields.instrument(avro.getInstrument()),
                new Quantity(avro.getQuantity()),
                new Money(avro.getCost()),
                new Money(avro.getRealisedProfit()),
                new Money(avro.getFees()));
        return new AccountPosition(avro.getAccountId(), position, avro.getEventTimeNanos());
    }

    static io.millrace.avro.EquityPoint equity(EquityPoint point) {
        var avro = new io.millrace.avro.EquityPoint();
        avro.setAccountId(point.accountId());
        avro.setEventTimeNanos(point.eventTimeNanos());
        avro.setDeposits(point.deposits().units());
        avro.setCash(point.cash().units());
        avro.setRealisedProfit(point.realisedProfit().units());
        avro.setUnrealisedProfit(point.unrealisedProfit().units());
        avro.setFees(point.fees().units());
        avro.setEquity(point.equity().units());
        return avro;
    }

    static EquityPoint equity(io.millrace.avro.EquityPoint avro) {
        return new EquityPoint(
                avro.getAccountId(),
                avro.getEventTimeNanos(),
                new Money(avro.getDeposits()),
                new Money(avro.getCash()),
                new Money(avro.getRealisedProfit()),
                new Money(avro.getUnrealisedProfit()),
                new Money(avro.getFees()),
                new Money(avro.getEquity()));
    }
}
