package io.millrace.connectors.marketdata;

import io.millrace.connectors.TestRegistry;
import io.millrace.schemas.process.Settings;

/** Market data's main, with a registry of its own. */
public final class MarketDataProcess {
    private MarketDataProcess() {}

    public static void main(String[] args) {
        MarketDataMain.run(MarketDataMain.commandLine(Settings.ofEnvironment(), url -> TestRegistry.create()), args);
    }
}
