package io.millrace.core.strategy;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.StateReader;
import io.millrace.core.indicator.StateWriter;
import io.millrace.core.market.Bar;
import io.millrace.core.order.Side;
import java.util.function.Consumer;

/** Buys when its rule has a reason to get in, and then sells when it has a reason to get out; never short. */
final class LongFlat implements Strategy {
    private final Rule rule;
    private boolean entered;

    LongFlat(Rule rule) {
        this.rule = rule;
    }

    /** A new one of a specification that is known to be right. */
    static LongFlat of(StrategySpec spec) {
        var kind = StrategyKind.named(spec.kind()).orElseThrow();
        return new LongFlat(kind.rule(new Parameters(kind, spec.parameters())));
    }

    @Override
    public void onBar(Bar bar, Consumer<Signal> out) {
        rule.reasonToTurn(BarValues.of(bar), entered).ifPresent(reason -> {
            out.accept(new Signal(entered ? Side.SELL : Side.BUY, entered, reason));
            entered = !entered;
        });
    }

    @Override
    public void observe(Bar bar) {
        rule.reasonToTurn(BarValues.of(bar), entered);
    }

    @Override
    public int warmUp() {
        return rule.warmUp();
    }

    @Override
    public boolean isEntered() {
        return entered;
    }

    @Override
    public void resume(boolean entered) {
        this.entered = entered;
    }

    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public int stateSize() {
        return 1 + rule.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        out.put(entered ? 1 : 0);
        rule.save(out);
    }

    @Override
    public void load(StateReader in) {
        entered = in.take() != 0;
        rule.load(in);
    }
}
