package io.millrace.schemas;

import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.CurrencyBalance;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.portfolio.Lot;
import io.millrace.core.portfolio.Lots;
import io.millrace.core.portfolio.Position;
import io.millrace.core.portfolio.PositionSide;

/** Positions and equity to Avro and back. */
final class PortfolioCodecs {
    private static final Symbols<PositionSide, io.millrace.avro.PositionSide> SIDES =
            Symbols.between(PositionSide.class, io.millrace.avro.PositionSide.class);

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
        avro.setSide(SIDES.toAvro(held.position().side()));
        avro.setCurrency(held.position().currency());
        avro.setFunding(held.position().funding().units());
        avro.setLots(held.position().lots().toList().stream()
                .map(PortfolioCodecs::lot)
                .toList());
        return avro;
    }

    static AccountPosition position(io.millrace.avro.Position avro) {
        var position = new Position(
                Fields.instrument(avro.getInstrument()),
                SIDES.toCore(avro.getSide()),
                avro.getCurrency(),
                new Quantity(avro.getQuantity()),
                new Money(avro.getCost()),
                new Money(avro.getRealisedProfit()),
                new Money(avro.getFees()),
                new Money(avro.getFunding()),
                Lots.of(avro.getLots().stream().map(PortfolioCodecs::lot).toList()));
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
        avro.setCurrency(point.currency());
        avro.setFunding(point.funding().units());
        avro.setPeakEquity(Fields.unitsOrNull(point.peakEquity()));
        avro.setInitialMargin(Fields.unitsOrNull(point.initialMargin()));
        avro.setMaintenanceMargin(Fields.unitsOrNull(point.maintenanceMargin()));
        avro.setFreeBalance(Fields.unitsOrNull(point.freeBalance()));
        avro.setBalances(point.balances().stream().map(PortfolioCodecs::balance).toList());
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
                new Money(avro.getEquity()),
                avro.getCurrency(),
                new Money(avro.getFunding()),
                Fields.moneyOrNull(avro.getPeakEquity()),
                Fields.moneyOrNull(avro.getInitialMargin()),
                Fields.moneyOrNull(avro.getMaintenanceMargin()),
                Fields.moneyOrNull(avro.getFreeBalance()),
                avro.getBalances().stream().map(PortfolioCodecs::balance).toList());
    }

    private static io.millrace.avro.PositionLot lot(Lot lot) {
        return new io.millrace.avro.PositionLot(
                lot.openedNanos(), lot.quantity().units(), lot.cost().units());
    }

    private static Lot lot(io.millrace.avro.PositionLot avro) {
        return new Lot(avro.getOpenedNanos(), new Quantity(avro.getQuantity()), new Money(avro.getCost()));
    }

    private static io.millrace.avro.CurrencyBalance balance(CurrencyBalance balance) {
        return new io.millrace.avro.CurrencyBalance(
                balance.currency(),
                balance.deposits().units(),
                balance.cash().units(),
                balance.value().units(),
                balance.realisedProfit().units(),
                balance.unrealisedProfit().units(),
                balance.fees().units(),
                balance.funding().units(),
                Fields.unitsOrNull(balance.rate()));
    }

    private static CurrencyBalance balance(io.millrace.avro.CurrencyBalance avro) {
        return new CurrencyBalance(
                avro.getCurrency(),
                new Money(avro.getDeposits()),
                new Money(avro.getCash()),
                new Money(avro.getValue()),
                new Money(avro.getRealisedProfit()),
                new Money(avro.getUnrealisedProfit()),
                new Money(avro.getFees()),
                new Money(avro.getFunding()),
                Fields.priceOrNull(avro.getRate()));
    }
}
