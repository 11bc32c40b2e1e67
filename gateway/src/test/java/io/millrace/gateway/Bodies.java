package io.millrace.gateway;

/** Request bodies that the gateway takes. */
final class Bodies {
    static final String INSTRUMENT =
            """
            {"baseCurrency": "BTC", "quoteCurrency": "USD", "tickSize": "0.01", "lotSize": "0.00000001",
             "minQuantity": "0.001", "maxQuantity": "1000", "takerFeeBps": 10, "makerFeeBps": 5,
             "effectiveFrom": "1970-01-01T00:00:00Z"}""";
    static final String POLICY =
            """
            {"mode": "NORMAL", "aggressive": %s, "normal": %s, "defensive": %s,
             "effectiveFrom": "2013-11-25T00:00:00.000000001Z"}"""
                    .formatted(limits("50000"), limits("20000"), limits("5000"));
    static final String ACCOUNT =
            """
            {"accountId": "alice", "currency": "USD", "deposit": "100000.00000001", "policyId": "careful"}""";
    static final String STRATEGY =
            """
            {"accountId": "alice", "instrument": "BTC-USD.BITSTAMP", "kind": "rsi-reversal", "interval": "PT1M",
             "quantity": "0.5", "parameters": {"period": 14, "oversold": 25.5}, "cleanInputs": ["GAP", "OUTLIER"]}""";
    static final String MODEL =
            """
            {"instrument": "BTC-USD.BITSTAMP", "kind": "volatility-trend", "interval": "PT5M",
             "parameters": {"fast": 10, "volatilityRatio": 1.5},
             "training": {"from": "2013-11-25T00:00:00Z", "to": "2013-12-01T16:00:00.000000001Z", "bars": 1900,
                          "logLikelihood": -12.25}}""";
    static final String LIMIT_ORDER =
            """
            {"accountId": "alice", "instrument": "BTC-USD.BITSTAMP", "side": "BUY", "type": "LIMIT",
             "quantity": "0.25", "limitPrice": "810.5", "timeInForce": "IOC", "reason": "cheap"}""";
    static final String MARKET_ORDER =
            """
            {"accountId": "alice", "instrument": "BTC-USD.BITSTAMP", "side": "SELL", "type": "MARKET",
             "quantity": "1", "reduceOnly": true}""";

    private Bodies() {}

    /** An account with further fields. */
    static String account(String id, String more) {
        return """
            {"accountId": "%s", "currency": "USD", "deposit": "100000", "policyId": "careful", %s}"""
                .formatted(id, more);
    }

    static String limits(String orderNotional) {
        return """
            {"maxOrderNotional": "%s", "maxPositionNotional": "80000", "maxGrossExposure": "100000",
             "maxLeverageBps": 10000, "maxDailyLoss": "10000", "maxDrawdownBps": 2000, "maxOrdersPerMinute": 60,
             "maxPriceAge": "PT5M"}"""
                .formatted(orderNotional);
    }

    /** An instrument, a policy and an account that orders and strategies can name. */
    static void putBasics(TestGateway gateway) {
        gateway.put("/v1/instruments/BTC-USD.BITSTAMP", INSTRUMENT);
        gateway.put("/v1/policies/careful", POLICY);
        gateway.post("/v1/accounts", ACCOUNT);
    }
}
