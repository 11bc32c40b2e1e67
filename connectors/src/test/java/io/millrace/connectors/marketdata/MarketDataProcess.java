package io.millrace.connectors.marketdata;

import io.millrace.connectors.TestRegistry;

/** Market data's main, with a registry of its own. */
public final class MarketDataProcess {
    private MarketDataProcess() {}

    public static void main(String[] args) {
        MarketDataMain.run(url -> TestRegistry.create(), args);
    }
}
