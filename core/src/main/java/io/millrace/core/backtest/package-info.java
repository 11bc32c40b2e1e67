/**
 * The whole platform in one thread: trades → bars → strategies → risk → paper venue → portfolio, by the same functions
 * that the jobs and apps run, without a broker between them.
 *
 * <p>{@link io.millrace.core.backtest.Backtest} wires the stages; {@link io.millrace.core.backtest.BacktestOutput} says
 * what comes out; {@link io.millrace.core.backtest.Platform} is what the platform that is repeated was set to.
 */
package io.millrace.core.backtest;
