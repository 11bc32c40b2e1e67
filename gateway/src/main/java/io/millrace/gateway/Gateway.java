package io.millrace.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.millrace.gateway.api.AccountCommandsApi;
import io.millrace.gateway.api.AccountsApi;
import io.millrace.gateway.api.InstrumentsApi;
import io.millrace.gateway.api.Loaded;
import io.millrace.gateway.api.ModelsApi;
import io.millrace.gateway.api.OperationsApi;
import io.millrace.gateway.api.OrdersApi;
import io.millrace.gateway.api.PoliciesApi;
import io.millrace.gateway.api.PositionsApi;
import io.millrace.gateway.api.Routes;
import io.millrace.gateway.api.StrategiesApi;
import io.millrace.gateway.control.ControlStore;
import io.millrace.gateway.control.Entities;
import io.millrace.gateway.control.Kind;
import io.millrace.gateway.control.ManualOrders;
import io.millrace.gateway.control.Outbox;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.view.Views;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What the gateway is made of, wired.
 *
 * @param loaded whether the views are whole
 */
record Gateway(
        ControlStore store,
        Outbox outbox,
        Views views,
        BooleanSupplier loaded,
        PrometheusMeterRegistry metrics,
        InstantSource clock) {

    List<Endpoint> endpoints() {
        var whole = new Loaded(loaded);
        var manual = new ManualOrders(store, outbox, clock);
        return Stream.<Routes>of(
                        new InstrumentsApi(entities(Kind.INSTRUMENT)),
                        new PoliciesApi(entities(Kind.POLICY), clock),
                        new AccountsApi(entities(Kind.ACCOUNT), whole, views.equity(), clock),
                        new StrategiesApi(entities(Kind.STRATEGY)),
                        new ModelsApi(entities(Kind.MODEL)),
                        new OrdersApi(manual, views.orders(), whole),
                        new AccountCommandsApi(manual, views.commands(), whole),
                        new PositionsApi(views.positions(), whole),
                        new OperationsApi(store::isAvailable, loaded, metrics::scrape))
                .flatMap(routes -> routes.endpoints().stream())
                .toList();
    }

    private <T> Entities<T> entities(Kind<T> kind) {
        return new Entities<>(kind, store, outbox, clock);
    }
}
