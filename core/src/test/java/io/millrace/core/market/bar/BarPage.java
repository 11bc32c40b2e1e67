package io.millrace.core.market.bar;

import io.millrace.core.market.calendar.TradingCalendar;
import java.util.stream.Collectors;

/** The page of bars: what the code says of itself, and what it cannot say. */
final class BarPage {
    private static final String HEAD =
            """
            # Bars

            Written by `BarPageTest`; write it anew with

                %s

            All bars are on `market.bars.v1` under their instrument's key and carry their `type`: `time`, or the name of what closes them. A bar that time closes is named by its open time, any other by its `type` and `ordinal`, which counts from 1 for each type and instrument. Its `intervalNanos` is 0, its `openTimeNanos` the time of its first trade.

            ## Bars of time

            One interval, aligned to the epoch, [open, open + interval). A bar is known at its end plus the lateness bound (`--lateness`, 1s), in event time: when the instrument's own trades and clocks have got there. A bar without trades does not exist. The larger intervals of a job (`--intervals 1m,5m,15m,1h`) are multiples of the smallest.

            ## Bars that something else closes

            `bars-indicators --bars "tick(1000),value(1000000)"` builds them beside the bars of time, with indicators over each; none is the default. Rules that hold for all:

            - They see each trade once, in its place in the order (event time, sequence), with its side: as reported, else by the tick rule of Lee and Ready (1991). So they do not depend on the order of arrival within the lateness bound. A trade that missed its place counts in the bar that is open when it comes.
            - A bar is known when the trade that closes it has its place: at that trade's time plus 1 ns plus the lateness bound. It comes before bars of time that end there; bars of one trade come in the order of their types' names; a clock follows.
            - Sums are exact counts of 1e-8; only the expectations of imbalance and runs bars are floating-point numbers. Where a sum would not fit, the bar closes early, before that trade.
            - The quality flags of its trades are joined in a bar. A trade that is busted or corrected later changes bars of time, not these: what closed because of it stays closed.
            - A trade belongs to one bar of each type. Only Renko may close several bars with one trade.

            """;

    private static final String INFORMATION =
            """
            ### Imbalance and runs bars: warm-up and bounds

            The first bar has `trades` trades; its means are the first expectations, so its length is the warm-up. Left to themselves the thresholds run away: the threshold grows with the expected length T, the imbalance of a balanced market with √T alone. So short bars make the next ones shorter, long ones longer. `min` and `max` bound a bar's length and with it the expectation. On SPY (October 2013, 1.1 million trades, a first bar of 949) bars by imbalance mostly end at `min`: flow that is balanced over thousands of trades says little of the next few hundred. Where that matters choose `min` and `max` near `trades`.

            ### Are their returns closer to normal?

            The book says so. Jarque-Bera statistics (0 is normal) of log returns within sessions, as many bars as minutes with trades, as `EventBarsDataTest` reports them:

            | | time, 1m | tick | volume | value |
            |---|---|---|---|---|
            | SPY, 7–9 October 2013, 1,110,815 trades | 97.7 | 0.7 | 346,995 | 345,681 |
            | SPY without 9 prints away from the market | 97.7 | 2.5 | 72.9 | 45.1 |
            | COMEX gold, 7–8 October 2013, 91,573 trades | 12,663 | 25.7 | 65.2 | 54.1 |

            So they are, but for blocks: a bar by volume or value ends with the trade that fills it, and that is often a large one, printed at an agreed price (SPY: a million shares at the close of the day before). Strategies on such bars should look at the quality flags or at the average price, notional / volume.

            ## Sessions and calendars

            `bars-indicators --session-bars 1d,1h --calendars "ARCA=us-equities,GC.COMEX=cme-metals"` adds bars that begin with each session of the instrument's calendar: its own, else its venue's, else 24/7. `session(1d)` is the whole session, `session(1h)` its hours from the open on, the last as long as the session is. Trades outside of sessions are in none of them; bars of time and of other types hold all trades. They are made of the bars of the smallest interval, which must divide 15 minutes, named by the open of their part of the session, and known at its end plus the lateness bound. Their `intervalNanos` is 0 too, so that who asks for bars of one hour does not get both.

            | calendar | sessions |
            |---|---|
            | `24/7` | a UTC day |
            | `24/7(ZONE,HH:mm)` | a day of that time zone that starts at that time: 23 or 25 hours where clocks change |
            | `us-equities` | NYSE: Monday to Friday 09:30–16:00 New York, 13:00 around holidays; holidays by rule from 1998 (Juneteenth from 2022), closures that no rule foresees listed to January 2025. Equal to the days on which SPY traded, January 1998 to March 2021 |
            | `cme-metals`, `cme-globex` | Sunday to Friday 18:00–17:00 New York (17:15 until 18 September 2015), dated by the day they end; closed on Good Friday, Christmas and New Year's Day. Early halts on other holidays are not shortened |
            | `fx` | 17:00–17:00 New York, Sunday evening to Friday evening, dated by the day they end; no holidays |

            Indicators and features find a calendar by its name: `TradingCalendar.named("us-equities")`. Session bars of the job are not restated; the library can (below).

            ## Resampling

            `BarResampler` makes larger bars of smaller ones: of a longer interval (1m → 5m, 1h), of sessions, of parts of sessions. All sums are exact, so the result equals the bar built of the trades. Each larger bar comes with the part of its window that smaller bars covered. A smaller bar that is restated (`revision` above 0) restates the larger one, with a revision of its own, as long as the resampler is told to keep its parts; a part outside of a window, one that comes after that and one whose sums would not fit are told apart. The session bars of the job are its user.
            """;

    private BarPage() {}

    static String page(String command) {
        var page = new StringBuilder(HEAD.formatted(command));
        for (var kind : BarKind.values()) {
            page.append("### `").append(kind.usage()).append("`\n\n");
            page.append(kind.rule()).append("\n\n");
            page.append("- closes when: ").append(kind.formula()).append('\n');
            page.append("- parameters: ")
                    .append(kind.parameters().stream()
                            .map(parameter -> "`" + parameter.name() + "` " + parameter.meaning() + " ("
                                    + unit(parameter.unit()) + ")")
                            .collect(Collectors.joining("; ")))
                    .append('\n');
            page.append("- source: ").append(kind.source()).append("\n\n");
        }
        return page.append(INFORMATION)
                .append("\nNames of calendars: ")
                .append(TradingCalendar.names().stream()
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", ")))
                .append(".\n")
                .toString();
    }

    private static String unit(BarParameter.Unit unit) {
        return switch (unit) {
            case COUNT -> "a count";
            case QUANTITY -> "of the instrument";
            case MONEY -> "in its quote currency";
            case PRICE -> "a price";
        };
    }
}
