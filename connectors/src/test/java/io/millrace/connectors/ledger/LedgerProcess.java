package io.millrace.connectors.ledger;

import io.millrace.connectors.TestRegistry;
import io.millrace.schemas.process.Settings;

/** The ledger's main, with a registry of its own. */
public final class LedgerProcess {
    private LedgerProcess() {}

    public static void main(String[] args) {
        var settings = Settings.ofEnvironment();
        LedgerMain.run(LedgerSettings.of(settings), TestRegistry.create(), settings.statusAddress());
    }
}
