package io.millrace.core.execution;

/** What the paper venue assumes of the world; fees are the instrument's. */
public record PaperModels(
        LatencyModel latency,
        SlippageModel slippage,
        ParticipationModel participation,
        QueueModel queue,
        MarketSources sources) {
    /** Against trades, every order whole at its first chance. */
    public static PaperModels of(LatencyModel latency, SlippageModel slippage) {
        return new PaperModels(
                latency, slippage, ParticipationModel.unlimited(), QueueModel.FIRST, MarketSources.trades());
    }

    public PaperModels with(ParticipationModel other) {
        return new PaperModels(latency, slippage, other, queue, sources);
    }

    public PaperModels with(QueueModel other) {
        return new PaperModels(latency, slippage, participation, other, sources);
    }

    public PaperModels with(MarketSources other) {
        return new PaperModels(latency, slippage, participation, queue, other);
    }
}
