package io.millrace.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.verification.history.Driven;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** The trades that the demo replays, read from the file itself: seconds, price, amount. */
public final class DemoTrades {
    private static final String FILE = "/bitstamp_trades_from_20131125_usd.csv";
    private static final InstrumentId INSTRUMENT = InstrumentId.of("BTC-USD.BITSTAMP");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private DemoTrades() {}

    /** What the demo is driven with. */
    public static Driven driven() throws IOException {
        var trades = new ArrayList<Trade>();
        try (var file = DemoTrades.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.replace("\"", "").split(",", 3);
                trades.add(new Trade(
                        INSTRUMENT,
                        Long.parseLong(cells[0].trim()) * NANOS_PER_SECOND,
                        trades.size() + 1,
                        Price.of(cells[1]),
                        Quantity.of(cells[2]),
                        AggressorSide.UNKNOWN));
            }
        }
        return new Driven(trades, List.of(), List.of());
    }
}
