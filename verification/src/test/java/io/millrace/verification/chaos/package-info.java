/**
 * Kills everything and looks whether the promises still hold.
 *
 * <pre>
 *   seed ─► Schedule ─► Injector ─► Faults on the parts of a LocalPlatform (signals, proxies, quotas, poison, instances)
 *   seed ─► Desk ─► manual orders and cancels through the gateway, repeated until answered
 *   trades at the schedule's pace ─► strategies
 *                └────────► ChaosRun ─► history directory ─► checks
 * </pre>
 */
package io.millrace.verification.chaos;
