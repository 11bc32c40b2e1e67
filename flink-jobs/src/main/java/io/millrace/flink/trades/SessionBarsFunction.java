package io.millrace.flink.trades;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.bar.BarResampler;
import io.millrace.core.market.bar.ResampledBars;
import io.millrace.core.market.calendar.InstrumentCalendars;
import io.millrace.core.market.calendar.TradingCalendar;
import io.millrace.flink.job.MoreBars;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Passes steps on, and between them the bars of sessions, made of the bars of the smallest interval: before the clock at
 * which they are known, before what is known later. A restated bar restates those that hold it.
 */
final class SessionBarsFunction extends KeyedProcessFunction<String, MarketStep, MarketStep> {
    /** Bars that are in no bar of a session because its volume or value would not fit. */
    static final String OVERFLOW = "session_bars_overflow";

    private static final long serialVersionUID = 1;

    private record Series(String type, BarResampler resampler) {}

    private final ArrayList<Duration> lengths;
    private final String calendarsText;
    private final long smallestNanos;
    private final long latenessNanos;
    private final long correctionsNanos;

    private transient Counter overflow;
    private transient InstrumentCalendars calendars;
    /** By calendar. */
    private transient Map<String, List<Series>> series;
    /** By type of the bars. */
    private transient MapState<String, ResampledBars> memory;

    /**
     * @param smallest interval of the bars that they are made of
     * @param lateness after its end at which a bar is known
     * @param corrections for how long after its end a bar is restated
     */
    SessionBarsFunction(MoreBars bars, Duration smallest, Duration lateness, Duration corrections) {
        this.lengths = new ArrayList<>(bars.sessions());
        this.calendarsText = bars.calendars().toString();
        this.smallestNanos = smallest.toNanos();
        this.latenessNanos = lateness.toNanos();
        this.correctionsNanos = corrections.toNanos();
    }

    @Override
    public void open(OpenContext context) {
        overflow = getRuntimeContext().getMetricGroup().counter(OVERFLOW);
        calendars = InstrumentCalendars.parse(calendarsText);
        series = new HashMap<>();
        memory = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "session-bars", Types.STRING, TypeInformation.of(ResampledBars.class)));
    }

    @Override
    public void processElement(MarketStep step, Context context, Collector<MarketStep> out) throws Exception {
        if (step.clock() != null) {
            advance(step.clock(), out);
            out.collect(step);
        } else if (!step.isBar() || !isPart(step.bar())) {
            out.collect(step);
        } else if (step.bar().isRestatement()) {
            out.collect(step);
            add(step, out);
        } else {
            add(step, out);
            out.collect(step);
        }
    }

    private boolean isPart(Bar bar) {
        return bar.type().equals(Bar.TIME) && bar.intervalNanos() == smallestNanos;
    }

    private void add(MarketStep step, Collector<MarketStep> out) throws Exception {
        for (var one : seriesOf(step.bar().instrument())) {
            var state = state(one);
            var outcome = one.resampler()
                    .add(
                            state,
                            step.bar(),
                            (bar, closeNanos, coverage) -> out.collect(MarketStep.of(
                                    bar, bar.isRestatement() ? step.knownAtNanos() : closeNanos + latenessNanos)));
            if (outcome == BarResampler.Outcome.OVERFLOW) {
                overflow.inc();
            }
            memory.put(one.type(), state);
        }
    }

    private void advance(Clock clock, Collector<MarketStep> out) throws Exception {
        if (clock.timeNanos() < Long.MIN_VALUE + latenessNanos) {
            return;
        }
        for (var one : seriesOf(clock.instrument())) {
            var state = state(one);
            one.resampler()
                    .advance(
                            state,
                            clock.instrument(),
                            clock.timeNanos() - latenessNanos,
                            (bar, closeNanos, coverage) -> out.collect(MarketStep.of(bar, closeNanos + latenessNanos)));
            memory.put(one.type(), state);
        }
    }

    Counter overflow() {
        return overflow;
    }

    private ResampledBars state(Series one) throws Exception {
        var known = memory.get(one.type());
        return known == null ? new ResampledBars() : known;
    }

    private List<Series> seriesOf(InstrumentId instrument) {
        var calendar = calendars.of(instrument);
        return series.computeIfAbsent(calendar.name(), name -> seriesOf(calendar));
    }

    private List<Series> seriesOf(TradingCalendar calendar) {
        var all = new ArrayList<Series>();
        for (var length : lengths) {
            var type = MoreBars.sessionType(length);
            all.add(new Series(
                    type,
                    length.equals(MoreBars.WHOLE_SESSION)
                            ? BarResampler.toSessions(type, calendar, correctionsNanos)
                            : BarResampler.toSessionParts(type, calendar, length.toNanos(), correctionsNanos)));
        }
        return all;
    }
}
