package io.millrace.schemas;

import static io.millrace.schemas.UndecodableException.invalid;

import io.millrace.core.market.FeeSchedule;
import io.millrace.core.market.Funding;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.money.Money;
import io.millrace.core.portfolio.Account;
import io.millrace.core.strategy.StrategySpec;
import java.util.SortedMap;
import java.util.TreeMap;

/** Strategies, instruments and accounts, as people set them, to Avro and back. */
final class ControlCodecs {
    private static final Symbols<Account.Type, io.millrace.avro.AccountType> TYPE =
            Symbols.between(Account.Type.class, io.millrace.avro.AccountType.class);
    private static final Symbols<Account.Positions, io.millrace.avro.PositionMode> POSITIONS =
            Symbols.between(Account.Positions.class, io.millrace.avro.PositionMode.class);
    private static final Symbols<Account.Costs, io.millrace.avro.CostMethod> COSTS =
            Symbols.between(Account.Costs.class, io.millrace.avro.CostMethod.class);

    private ControlCodecs() {}

    static io.millrace.avro.Strategy strategy(StrategySpec strategy) {
        var avro = new io.millrace.avro.Strategy();
        avro.setStrategyId(strategy.strategyId());
        avro.setVersion(strategy.version());
        avro.setAccountId(strategy.accountId());
        avro.setInstrument(strategy.instrument().toString());
        avro.setKind(strategy.kind());
        avro.setIntervalNanos(strategy.intervalNanos());
        avro.setQuantity(strategy.quantity().units());
        avro.setParameters(strategy.parameters());
        avro.setEnabled(strategy.enabled());
        avro.setEffectiveFromNanos(strategy.effectiveFromNanos());
        avro.setCleanInputs(QualityFlag.names(strategy.cleanInputs()));
        avro.setBudget(Fields.unitsOrNull(strategy.budget()));
        avro.setSizing(SizingCodec.toAvro(strategy.sizing()));
        return avro;
    }

    static StrategySpec strategy(io.millrace.avro.Strategy avro) {
        return new StrategySpec(
                avro.getStrategyId(),
                avro.getVersion(),
                avro.getAccountId(),
                Fields.instrument(avro.getInstrument()),
                avro.getKind(),
                Fields.positive("intervalNanos", avro.getIntervalNanos()),
                Fields.positiveQuantity("quantity", avro.getQuantity()),
                Fields.values(avro.getParameters()),
                avro.getEnabled(),
                avro.getEffectiveFromNanos(),
                Fields.quality(avro.getCleanInputs()),
                Fields.amountOrNull("budget", avro.getBudget()),
                SizingCodec.toCore(avro.getSizing()));
    }

    static io.millrace.avro.Instrument instrument(Instrument instrument) {
        var avro = new io.millrace.avro.Instrument();
        avro.setInstrument(instrument.id().toString());
        avro.setVersion(instrument.version());
        avro.setBaseCurrency(instrument.baseCurrency());
        avro.setQuoteCurrency(instrument.quoteCurrency());
        avro.setTickSize(instrument.tickSize().units());
        avro.setLotSize(instrument.lotSize().units());
        avro.setMinQuantity(instrument.minQuantity().units());
        avro.setMaxQuantity(instrument.maxQuantity().units());
        avro.setTakerFeeBps(instrument.takerFeeBps());
        avro.setMakerFeeBps(instrument.makerFeeBps());
        avro.setEffectiveFromNanos(instrument.effectiveFromNanos());
        avro.setMinNotional(Fields.unitsOrNull(instrument.minNotional()));
        avro.setMaxNotional(Fields.unitsOrNull(instrument.maxNotional()));
        avro.setInitialMarginBps(instrument.initialMarginBps());
        avro.setMaintenanceMarginBps(instrument.maintenanceMarginBps());
        avro.setGroup(instrument.group());
        avro.setCalendar(instrument.calendar());
        avro.setHalted(instrument.halted());
        avro.setFees(fees(instrument.fees()));
        avro.setFunding(funding(instrument.funding()));
        return avro;
    }

    static Instrument instrument(io.millrace.avro.Instrument avro) {
        var instrument = new Instrument(
                Fields.instrument(avro.getInstrument()),
                avro.getVersion(),
                avro.getBaseCurrency(),
                avro.getQuoteCurrency(),
                Fields.positivePrice("tickSize", avro.getTickSize()),
                Fields.positiveQuantity("lotSize", avro.getLotSize()),
                Fields.quantity("minQuantity", avro.getMinQuantity()),
                Fields.quantity("maxQuantity", avro.getMaxQuantity()),
                Fields.notNegative("takerFeeBps", avro.getTakerFeeBps()),
                Fields.notNegative("makerFeeBps", avro.getMakerFeeBps()),
                avro.getEffectiveFromNanos(),
                Fields.amountOrNull("minNotional", avro.getMinNotional()),
                Fields.amountOrNull("maxNotional", avro.getMaxNotional()),
                Fields.notNegative("initialMarginBps", avro.getInitialMarginBps()),
                Fields.notNegative("maintenanceMarginBps", avro.getMaintenanceMarginBps()),
                avro.getGroup(),
                avro.getCalendar(),
                avro.getHalted(),
                fees(avro.getFees()),
                funding(avro.getFunding()));
        if (instrument.maxQuantity().compareTo(instrument.minQuantity()) < 0) {
            throw invalid("maxQuantity", ">= minQuantity " + instrument.minQuantity(), instrument.maxQuantity());
        }
        return instrument;
    }

    static io.millrace.avro.Account account(Account account) {
        var avro = new io.millrace.avro.Account();
        avro.setAccountId(account.accountId());
        avro.setVersion(account.version());
        avro.setCurrency(account.currency());
        avro.setDeposit(account.deposit().units());
        avro.setPolicyId(account.policyId());
        avro.setEffectiveFromNanos(account.effectiveFromNanos());
        avro.setType(TYPE.toAvro(account.type()));
        avro.setPositions(POSITIONS.toAvro(account.positions()));
        avro.setCosts(COSTS.toAvro(account.costs()));
        var conversions = new TreeMap<String, String>();
        account.conversions().forEach((currency, instrument) -> conversions.put(currency, instrument.toString()));
        avro.setConversions(conversions);
        avro.setModeOverride(account.modeOverride());
        var deposits = new TreeMap<String, Long>();
        account.otherDeposits().forEach((currency, deposit) -> deposits.put(currency, deposit.units()));
        avro.setOtherDeposits(deposits);
        return avro;
    }

    static Account account(io.millrace.avro.Account avro) {
        var conversions = new TreeMap<String, InstrumentId>();
        avro.getConversions()
                .forEach((currency, instrument) -> conversions.put(currency, Fields.instrument(instrument)));
        return new Account(
                avro.getAccountId(),
                avro.getVersion(),
                avro.getCurrency(),
                new Money(avro.getDeposit()),
                avro.getPolicyId(),
                avro.getEffectiveFromNanos(),
                TYPE.toCore(avro.getType()),
                POSITIONS.toCore(avro.getPositions()),
                COSTS.toCore(avro.getCosts()),
                conversions,
                avro.getModeOverride(),
                otherDeposits(avro));
    }

    private static SortedMap<String, Money> otherDeposits(io.millrace.avro.Account avro) {
        var deposits = new TreeMap<String, Money>();
        avro.getOtherDeposits().forEach((currency, units) -> deposits.put(currency, new Money(units)));
        return deposits;
    }

    private static io.millrace.avro.FeeSchedule fees(FeeSchedule fees) {
        return fees == null
                ? null
                : new io.millrace.avro.FeeSchedule(
                        fees.perUnit().units(),
                        fees.minimum().units(),
                        fees.tiers().stream()
                                .map(tier -> new io.millrace.avro.FeeTier(
                                        tier.fromNotional().units(), tier.takerFeeBps(), tier.makerFeeBps()))
                                .toList());
    }

    private static FeeSchedule fees(io.millrace.avro.FeeSchedule avro) {
        return avro == null
                ? null
                : new FeeSchedule(
                        Fields.amount("fees.perUnit", avro.getPerUnit()),
                        Fields.amount("fees.minimum", avro.getMinimum()),
                        avro.getTiers().stream()
                                .map(tier -> new FeeSchedule.Tier(
                                        Fields.amount("fees.tiers.fromNotional", tier.getFromNotional()),
                                        Fields.notNegative("fees.tiers.takerFeeBps", tier.getTakerFeeBps()),
                                        Fields.notNegative("fees.tiers.makerFeeBps", tier.getMakerFeeBps())))
                                .toList());
    }

    private static io.millrace.avro.Funding funding(Funding funding) {
        return funding == null ? null : new io.millrace.avro.Funding(funding.rateUnits(), funding.intervalNanos());
    }

    private static Funding funding(io.millrace.avro.Funding avro) {
        if (avro != null && (avro.getIntervalNanos() <= 0 || avro.getIntervalNanos() % Funding.GRID_NANOS != 0)) {
            throw invalid("funding.intervalNanos", "a multiple of a minute", avro.getIntervalNanos());
        }
        return avro == null ? null : new Funding(avro.getRate(), avro.getIntervalNanos());
    }
}
