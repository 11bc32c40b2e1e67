package io.millrace.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.VenueCommand;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final OrderTerms TERMS = OrderTerms.market(Side.BUY, Quantity.of("1"));

    private final InstrumentId instrument = InstrumentId.of("BTC-USD.BITSTAMP");
    private final ApprovedOrder order =
            new ApprovedOrder("o1", "i1", Action.SUBMIT, "alpha", "rsi", instrument, TERMS, Ordering.EVENT_TIME, 100);

    @Test
    void sendsToThePaperVenueWhereNothingIsConnected() {
        assertThat(Router.paper().route(order))
                .isEqualTo(new VenueCommand(
                        "o1",
                        "i1",
                        Action.SUBMIT,
                        Router.PAPER,
                        "alpha",
                        "rsi",
                        instrument,
                        TERMS,
                        Ordering.EVENT_TIME,
                        100));
    }

    @Test
    void sendsToTheInstrumentsVenueWhereThatIsConnected() {
        assertThat(new Router(Set.of("BITSTAMP")).route(order).venue()).isEqualTo("BITSTAMP");
        assertThat(new Router(Set.of("KRAKEN")).route(order).venue()).isEqualTo(Router.PAPER);
    }
}
