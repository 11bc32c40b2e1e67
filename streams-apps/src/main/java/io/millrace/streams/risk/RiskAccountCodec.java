package io.millrace.streams.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.risk.LastOrdinal;
import io.millrace.core.risk.Lock;
import io.millrace.core.risk.OpenProfit;
import io.millrace.core.risk.Pace;
import io.millrace.core.risk.RiskAccount;
import io.millrace.core.risk.SplitOrder;
import io.millrace.core.risk.StrategyPosition;
import io.millrace.core.risk.TrackRecord;
import io.millrace.core.risk.TradingMode;
import io.millrace.schemas.Codec;
import io.millrace.schemas.Topics;
import io.millrace.streams.avro.LastOrdinalState;
import io.millrace.streams.avro.LockState;
import io.millrace.streams.avro.OpenProfitState;
import io.millrace.streams.avro.RiskAccountState;
import io.millrace.streams.avro.SplitOrderState;
import io.millrace.streams.avro.StrategyPositionState;
import io.millrace.streams.state.AvroFormat;
import io.millrace.streams.state.BookCodec;
import io.millrace.streams.state.StateCodec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** What risk knows of an account to Avro and back, but for its exits ({@link ExitsStore}). */
final class RiskAccountCodec {
    static final Codec<RiskAccount> CODEC = StateCodec.of(
            RiskAccountState.getClassSchema(),
            RiskAccountState.class,
            RiskAccountCodec::toAvro,
            RiskAccountCodec::fromAvro);

    private static final AvroFormat<OrderIntent> INTENTS = new AvroFormat<>(Topics.INTENTS.codec());

    private RiskAccountCodec() {}

    private static RiskAccountState toAvro(RiskAccount account) {
        return new RiskAccountState(
                BookCodec.toAvro(account.book()),
                nanos(account.approvals()),
                account.lastOrdinals().stream()
                        .map(last -> new LastOrdinalState(
                                last.strategyId(),
                                last.instrument() == null
                                        ? ""
                                        : last.instrument().toString(),
                                last.ordinal(),
                                last.arrivedNanos()))
                        .toList(),
                account.arrivals(),
                counts(account.approvals()),
                nanos(account.cancels()),
                counts(account.cancels()),
                account.commanded() == null ? null : account.commanded().name(),
                account.track().strategies().stream()
                        .map(RiskAccountCodec::toAvro)
                        .toList(),
                account.track().openProfits().stream()
                        .map(RiskAccountCodec::toAvro)
                        .toList(),
                List.of(),
                account.track().locks().stream().map(RiskAccountCodec::toAvro).toList(),
                account.track().peakProfit() == null
                        ? null
                        : account.track().peakProfit().units(),
                account.splits().stream().map(RiskAccountCodec::toAvro).toList());
    }

    private static SplitOrderState toAvro(SplitOrder split) {
        return new SplitOrderState(
                ByteBuffer.wrap(INTENTS.encode(split.intent())),
                split.decidedAtNanos(),
                split.last(),
                split.taken(),
                split.sent().units(),
                split.filled().units(),
                split.open());
    }

    private static SplitOrder fromAvro(SplitOrderState state) {
        var intent = new byte[state.getIntent().remaining()];
        state.getIntent().duplicate().get(intent);
        return new SplitOrder(
                INTENTS.decode(intent),
                state.getDecidedAtNanos(),
                state.getLast(),
                state.getTaken(),
                new Quantity(state.getSent()),
                new Quantity(state.getFilled()),
                List.copyOf(state.getOpen()));
    }

    private static StrategyPositionState toAvro(StrategyPosition held) {
        return new StrategyPositionState(
                held.strategyId(), held.instrument().toString(), held.quantity().units());
    }

    private static OpenProfitState toAvro(OpenProfit open) {
        return new OpenProfitState(open.instrument().toString(), open.profit().units());
    }

    private static LockState toAvro(Lock lock) {
        return new LockState(
                lock.protection(),
                lock.instrument() == null ? null : lock.instrument().toString(),
                lock.mode().name(),
                lock.sinceNanos(),
                lock.untilNanos());
    }

    private static RiskAccount fromAvro(RiskAccountState state) {
        return new RiskAccount(
                BookCodec.fromAvro(state.getBook()),
                pace(state.getApprovedNanos(), state.getApprovedCounts()),
                state.getLastOrdinals().stream()
                        .map(last -> new LastOrdinal(
                                last.getStrategyId(),
                                last.getInstrument().isEmpty() ? null : InstrumentId.of(last.getInstrument()),
                                last.getOrdinal(),
                                last.getArrivedNanos()))
                        .toList(),
                List.copyOf(state.getArrivals()),
                pace(state.getCanceledNanos(), state.getCanceledCounts()),
                state.getCommanded() == null ? null : TradingMode.valueOf(state.getCommanded()),
                track(state),
                state.getSplits().stream().map(RiskAccountCodec::fromAvro).toList());
    }

    private static List<Long> nanos(Pace pace) {
        return Arrays.stream(pace.nanos()).boxed().toList();
    }

    private static List<Integer> counts(Pace pace) {
        return Arrays.stream(pace.counts()).boxed().toList();
    }

    /** State of before there were counts has one approval at each time. */
    private static Pace pace(List<Long> nanos, List<Integer> counts) {
        var times = nanos.stream().mapToLong(Long::longValue).toArray();
        var ones = new int[times.length];
        Arrays.fill(ones, 1);
        return Pace.of(
                times,
                counts.isEmpty()
                        ? ones
                        : counts.stream().mapToInt(Integer::intValue).toArray());
    }

    private static TrackRecord track(RiskAccountState state) {
        return new TrackRecord(
                state.getStrategies().stream()
                        .map(held -> new StrategyPosition(
                                held.getStrategyId(),
                                InstrumentId.of(held.getInstrument()),
                                new Quantity(held.getQuantity())))
                        .toList(),
                state.getOpenProfits().stream()
                        .map(open -> new OpenProfit(InstrumentId.of(open.getInstrument()), new Money(open.getProfit())))
                        .toList(),
                state.getExits().stream().map(ExitsStore::exit).toList(),
                state.getLocks().stream()
                        .map(lock -> new Lock(
                                lock.getProtection(),
                                lock.getInstrument() == null ? null : InstrumentId.of(lock.getInstrument()),
                                TradingMode.valueOf(lock.getMode()),
                                lock.getSinceNanos(),
                                lock.getUntilNanos()))
                        .toList(),
                state.getPeakProfit() == null ? null : new Money(state.getPeakProfit()));
    }
}
