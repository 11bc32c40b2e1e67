package io.millrace.schemas;

import io.millrace.avro.ProtectionKind;
import io.millrace.avro.ProtectionScope;
import io.millrace.core.money.Money;
import io.millrace.core.risk.Protection;
import io.millrace.core.risk.TradingMode;

/** A policy's protections to Avro and back. */
final class ProtectionCodecs {
    private static final Symbols<Protection.Kind, ProtectionKind> KIND =
            Symbols.between(Protection.Kind.class, ProtectionKind.class);
    private static final Symbols<Protection.Scope, ProtectionScope> SCOPE =
            Symbols.between(Protection.Scope.class, ProtectionScope.class);
    private static final Symbols<TradingMode, io.millrace.avro.TradingMode> MODE =
            Symbols.between(TradingMode.class, io.millrace.avro.TradingMode.class);

    private ProtectionCodecs() {}

    static io.millrace.avro.Protection protection(Protection protection) {
        return new io.millrace.avro.Protection(
                KIND.toAvro(protection.kind()),
                SCOPE.toAvro(protection.scope()),
                MODE.toAvro(protection.mode()),
                LimitsCodecs.wholeMillis("lockFor", protection.lockFor()),
                LimitsCodecs.wholeMillis("lookback", protection.lookback()),
                protection.exits(),
                protection.minProfit().units(),
                protection.maxDrawdownBps());
    }

    static Protection protection(io.millrace.avro.Protection avro) {
        return new Protection(
                KIND.toCore(avro.getKind()),
                SCOPE.toCore(avro.getScope()),
                MODE.toCore(avro.getMode()),
                LimitsCodecs.millis("lockMillis", avro.getLockMillis()),
                LimitsCodecs.millis("lookbackMillis", avro.getLookbackMillis()),
                Math.toIntExact(Fields.notNegative("exits", avro.getExits())),
                new Money(avro.getMinProfit()),
                Fields.notNegative("maxDrawdownBps", avro.getMaxDrawdownBps()));
    }
}
