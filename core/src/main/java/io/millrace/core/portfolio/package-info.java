/**
 * What an account owns and what it is worth.
 *
 * <pre>
 * approved orders, reports, marks ─► PortfolioStage ─ in event-time order ─► AccountBook ─► AccountPosition, EquityPoint
 *                                                                               │
 *                                                          Portfolio (cash, Positions, Marks), OpenOrders
 * </pre>
 *
 * Exact, always: cash + Σ position × mark = deposits + realised + unrealised − fees. Risk keeps the same {@link
 * io.millrace.core.portfolio.AccountBook} and so decides upon the same numbers that portfolio publishes.
 */
package io.millrace.core.portfolio;
