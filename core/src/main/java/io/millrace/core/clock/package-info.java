/**
 * Event time as the driver of the one loop: signals → risk → venue → risk. The rules of who waits for what, once, for
 * the streaming stages and for a backtest in one process.
 *
 * <pre>
 *            trades, Clock                intents, Clock(mark)              commands, Clock(task)
 * market ────────────────────► signals ─────────────────────► risk ──────────────────────────► venue
 *   │                                                          ▲ │ decisions, Clock(task, mark)  │ ▲
 *   │                                                          │ └──────────────► portfolio ◄────┤ │
 *   │                                                          └───── reports, Clock ────────────┘ │
 *   └──────────────────────────────────── trades, Clock ────────────────────────────────────────────┘
 *
 * BarTimeline    when an instrument's bars close; where clocks begin              signals
 * Timeline       what an account takes next, and which clocks it waits for       risk, portfolio
 * RiskClock      T: how far a risk task has decided on an instrument             risk ─► venue, portfolio
 * MarketTime     when a trade counts, and how far the market is over             venue
 * VenueFrontier  V: how far a venue may match, and whom it tells                 venue ─► risk, portfolio
 * Versions       which version of what people set is in force                    all
 * </pre>
 *
 * A clock says "all my output on this instrument up to event time t is out". It travels behind that output on the same
 * way, so whoever has the clock has the output. Clocks only advance; one that comes again changes nothing.
 *
 * <p><b>Why the outcome does not depend on arrival.</b> An account's moments are ordered by {@link
 * io.millrace.core.clock.Moment}. Its next moment is taken only when nothing earlier can come, and what may come
 * depends on what the account holds after its earlier moments: by induction every account takes the same moments in the
 * same order. Hence which marks concern an account is asked when they are taken, not when they arrive: at arrival it
 * may not be decided yet whether the account will hold the instrument. A venue acts on commands and market events in
 * the order of their times, and only up to where all are known.
 *
 * <p><b>Why it always advances</b> is said at {@link io.millrace.core.clock.Timeline}. It rests on these points, each of
 * which was a hole in an earlier form of the rules:
 *
 * <ul>
 *   <li>A trade at t does not end t: several trades carry the same time, and one that follows could fill an order in a
 *       time the venue has already declared over. Only a market clock ends its own time.
 *   <li>What an account was told is remembered per account. Remembered per instrument, an account whose order comes
 *       after the clock was told to others would wait for one that is never sent.
 *   <li>A step of the venue that reports to an account also tells it the clock. A report alone does not say that no
 *       other report of that time follows.
 *   <li>An order decided at t needs no venue clock at t: nothing acts before 1 ns of latency has passed. So several
 *       intents of one bar are decided without a round trip between them.
 *   <li>Portfolio takes marks from risk, exactly one per clock of signals, never at risk's own time T, which depends on
 *       what happened to wait.
 *   <li>An instrument on which a strategy was disabled is waited for only up to where its last intent may be; one that
 *       is never traded again does not hold the account up for ever.
 *   <li>An intent taken on arrival does not move its account forward: what waits before it keeps its time.
 * </ul>
 *
 * <p>What comes late nevertheless (a clock was given up, or an order was taken on arrival on an instrument that nothing
 * else made its account wait for) is taken at once and counts in full; a position opened that way is valued at its own
 * price until the next mark.
 *
 * <p><b>What has to hold outside.</b> Signals sends the intents of every bar that became known at or before t before its
 * clock t, whatever the bars' intervals. A bar's lateness is at most its interval. The last market clock of a finite
 * source is later than all its trades by more than the longest latency and lateness: it flushes everything.
 */
package io.millrace.core.clock;
