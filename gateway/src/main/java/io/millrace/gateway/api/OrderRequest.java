package io.millrace.gateway.api;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.gateway.control.Ids;
import io.millrace.gateway.json.Fields;
import java.util.regex.Pattern;

/** {@code {"accountId": "demo", "instrument": …, "side": "BUY", "type": "LIMIT", "quantity": "0.5", "limitPrice": …}}. */
record OrderRequest(String accountId, InstrumentId instrument, OrderTerms terms, String reason) {
    private static final Pattern REASON = Pattern.compile("\\P{Cntrl}{0,200}");
    private static final String REASON_MEANING = "at most 200 characters, none a control character";

    static OrderRequest read(Fields fields) {
        var accountId = fields.text("accountId", Ids.ID, Ids.ID_MEANING);
        var instrument = Ids.instrument(fields, "instrument");
        var side = fields.choice("side", Side.class);
        var type = fields.choice("type", OrderType.class);
        var timeInForce = fields.has("timeInForce") ? fields.choice("timeInForce", TimeInForce.class) : TimeInForce.GTC;
        var quantity = fields.positiveQuantity("quantity");
        var limitPrice = limitPrice(fields, type);
        boolean reduceOnly = fields.flag("reduceOnly", false);
        var reason = fields.has("reason") ? fields.text("reason", REASON, REASON_MEANING) : "";
        fields.done();
        return new OrderRequest(
                accountId,
                instrument,
                new OrderTerms(side, type, timeInForce, quantity, limitPrice, reduceOnly),
                reason);
    }

    private static Price limitPrice(Fields fields, OrderType type) {
        if (type == OrderType.LIMIT) {
            return fields.positivePrice("limitPrice");
        }
        if (type == OrderType.MARKET && fields.has("limitPrice")) {
            fields.positivePrice("limitPrice");
            fields.refuse(
                    "limitPrice", "MARKET_ORDER_WITH_LIMIT", "a MARKET order has no limitPrice", "MARKET", "LIMIT");
        }
        return null;
    }
}
