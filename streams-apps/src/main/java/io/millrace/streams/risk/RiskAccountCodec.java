package io.millrace.streams.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.risk.LastOrdinal;
import io.millrace.core.risk.RiskAccount;
import io.millrace.schemas.Codec;
import io.millrace.streams.avro.LastOrdinalState;
import io.millrace.streams.avro.RiskAccountState;
import io.millrace.streams.state.BookCodec;
import io.millrace.streams.state.StateCodec;
import java.util.List;

/** What risk knows of an account to Avro and back. */
final class RiskAccountCodec {
    static final Codec<RiskAccount> CODEC = StateCodec.of(
            RiskAccountState.getClassSchema(),
            RiskAccountState.class,
            RiskAccountCodec::toAvro,
            RiskAccountCodec::fromAvro);

    private RiskAccountCodec() {}

    private static RiskAccountState toAvro(RiskAccount account) {
        return new RiskAccountState(
                BookCodec.toAvro(account.book()),
                account.approvedNanos(),
                account.lastOrdinals().stream()
                        .map(last -> new LastOrdinalState(
                                last.strategyId(), last.instrument().toString(), last.ordinal()))
                        .toList(),
                account.arrivals());
    }

    private static RiskAccount fromAvro(RiskAccountState state) {
        return new RiskAccount(
                BookCodec.fromAvro(state.getBook()),
                List.copyOf(state.getApprovedNanos()),
                state.getLastOrdinals().stream()
                        .map(last -> new LastOrdinal(
                                last.getStrategyId(), InstrumentId.of(last.getInstrument()), last.getOrdinal()))
                        .toList(),
                List.copyOf(state.getArrivals()));
    }
}
