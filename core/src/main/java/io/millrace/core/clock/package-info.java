/**
 * Event time as the driver of the one loop: signals → risk → venue → risk.
 *
 * <pre>
 * market ─Clock(instrument)─► signals ─Clock(instrument, mark)─► risk ─Clock(instrument, partition)─► venue ─Clock(instrument)─► risk
 * </pre>
 *
 * A clock says "all my output up to event time t is out". Risk takes what happens to an account in the order of {@link
 * io.millrace.core.clock.Moment} and only when the clocks say that nothing earlier can still come; the venue matches
 * only as far as no earlier command can still come. An order cannot act before its latency has passed, so both always
 * advance.
 *
 * <p>{@link io.millrace.core.clock.BarTimeline} is where clocks begin: it closes an instrument's bars and says when.
 */
package io.millrace.core.clock;
