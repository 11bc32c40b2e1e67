/**
 * The routes, one class per resource. Each reads its requests into the domain, asks the store or the views, and writes
 * the answer.
 *
 * <pre>
 * InstrumentsApi, PoliciesApi, AccountsApi, StrategiesApi ─► control.Entities ─► Postgres + outbox
 * OrdersApi ─► control.ManualOrders ─► Postgres + outbox;  view.OrderViews
 * PositionsApi, AccountsApi ─► view.PositionViews, view.EquityViews
 * OperationsApi ─► health, metrics, this API's description
 * </pre>
 */
package io.millrace.gateway.api;
