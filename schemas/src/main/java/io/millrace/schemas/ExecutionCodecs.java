package io.millrace.schemas;

import static io.millrace.schemas.UndecodableException.invalid;

import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.Liquidity;

/** Venues' reports to Avro and back. */
final class ExecutionCodecs {
    private static final Symbols<ExecutionType, io.millrace.avro.ExecutionType> TYPE =
            Symbols.between(ExecutionType.class, io.millrace.avro.ExecutionType.class);

    private static final Symbols<Liquidity, io.millrace.avro.Liquidity> LIQUIDITY =
            Symbols.between(Liquidity.class, io.millrace.avro.Liquidity.class);

    private ExecutionCodecs() {}

    static io.millrace.avro.ExecutionReport report(ExecutionReport report) {
        var avro = new io.millrace.avro.ExecutionReport();
        avro.setOrderId(report.orderId());
        avro.setIntentId(report.intentId());
        avro.setReportNumber(report.reportNumber());
        avro.setType(TYPE.toAvro(report.type()));
        avro.setAccountId(report.accountId());
        avro.setStrategyId(report.strategyId());
        avro.setInstrument(report.instrument().toString());
        avro.setSide(OrderCodecs.SIDE.toAvro(report.side()));
        avro.setOrderQuantity(report.orderQuantity().units());
        avro.setLastQuantity(report.lastQuantity().units());
        avro.setLastPrice(Fields.unitsOrNull(report.lastPrice()));
        avro.setCumulativeQuantity(report.cumulativeQuantity().units());
        avro.setFee(report.fee().units());
        avro.setMarketSequence(report.marketSequence());
        avro.setEventTimeNanos(report.eventTimeNanos());
        avro.setReason(report.reason());
        avro.setLiquidity(LIQUIDITY.toAvroOrNull(report.liquidity()));
        avro.setLimitPrice(Fields.unitsOrNull(report.limitPrice()));
        avro.setTriggerPrice(Fields.unitsOrNull(report.triggerPrice()));
        avro.setCurrency(report.currency());
        return avro;
    }

    static ExecutionReport report(io.millrace.avro.ExecutionReport avro) {
        var report = new ExecutionReport(
                avro.getOrderId(),
                avro.getIntentId(),
                avro.getReportNumber(),
                TYPE.toCore(avro.getType()),
                avro.getAccountId(),
                avro.getStrategyId(),
                Fields.instrument(avro.getInstrument()),
                OrderCodecs.SIDE.toCore(avro.getSide()),
                Fields.quantity("orderQuantity", avro.getOrderQuantity()),
                Fields.quantity("lastQuantity", avro.getLastQuantity()),
                Fields.priceOrNull(avro.getLastPrice()),
                Fields.quantity("cumulativeQuantity", avro.getCumulativeQuantity()),
                Fields.amount("fee", avro.getFee()),
                avro.getMarketSequence(),
                avro.getEventTimeNanos(),
                avro.getReason(),
                LIQUIDITY.toCoreOrNull(avro.getLiquidity()),
                Fields.priceOrNull(avro.getLimitPrice()),
                Fields.priceOrNull(avro.getTriggerPrice()),
                avro.getCurrency());
        if (report.type().isFill()
                && (report.lastPrice() == null || !report.lastPrice().isPositive())) {
            throw invalid("lastPrice", "> 0 in a fill", report.lastPrice());
        }
        if (report.type().isFill() && !report.lastQuantity().isPositive()) {
            throw invalid("lastQuantity", "> 0 in a fill", report.lastQuantity());
        }
        if (report.cumulativeQuantity().compareTo(report.orderQuantity()) > 0) {
            throw invalid(
                    "cumulativeQuantity", "<= orderQuantity " + report.orderQuantity(), report.cumulativeQuantity());
        }
        return report;
    }
}
