package io.millrace.schemas;

import static io.millrace.schemas.UndecodableException.invalid;

import io.millrace.core.market.Instrument;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.portfolio.Account;
import io.millrace.core.strategy.StrategySpec;

/** Strategies, instruments and accounts, as people set them, to Avro and back. */
final class ControlCodecs {
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
                Fields.quality(avro.getCleanInputs()));
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
                avro.getEffectiveFromNanos());
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
        return avro;
    }

    static Account account(io.millrace.avro.Account avro) {
        return new Account(
                avro.getAccountId(),
                avro.getVersion(),
                avro.getCurrency(),
                Fields.amount("deposit", avro.getDeposit()),
                avro.getPolicyId(),
                avro.getEffectiveFromNanos());
    }
}
