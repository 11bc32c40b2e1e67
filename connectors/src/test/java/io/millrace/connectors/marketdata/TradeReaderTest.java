package io.millrace.connectors.marketdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeReaderTest {
    private static final InstrumentId BITCOIN = InstrumentId.of("BTC-USD.BITSTAMP");

    private final TradeReader reader =
            new TradeReader(new Instruments(List.of("BTC-USD.BITSTAMP")), Duration.ofDays(7), 1);

    @Test
    void readsSecondsWithMoreZerosThanAPriceCanHold() {
        assertThat(read(TradeFormat.SECONDS, "1385337613,800.050000000000,0.278380490000"))
                .isEqualTo(new Entry.Accepted(new Trade(
                        BITCOIN,
                        1_385_337_613_000_000_000L,
                        1,
                        Price.of("800.05"),
                        Quantity.of("0.27838049"),
                        AggressorSide.UNKNOWN)));
    }

    @Test
    void readsNanosecondsSymbolAndSide() {
        assertThat(read(TradeFormat.NANOSECONDS, "1385337613000000007,BTCUSD.BITSTAMP,800.05,1e-05,S"))
                .isEqualTo(new Entry.Accepted(new Trade(
                        BITCOIN,
                        1_385_337_613_000_000_007L,
                        1,
                        Price.of("800.05"),
                        Quantity.of("0.00001"),
                        AggressorSide.SELLER)));
    }

    @Test
    void readsQuotedFields() {
        assertThat(read(TradeFormat.SECONDS, "\"1385337613\",\"800.05\",\"1\"")).isInstanceOf(Entry.Accepted.class);
    }

    @Test
    void passesOnATradeWithoutQuantity() {
        assertThat(read(TradeFormat.SECONDS, "1385337613,800.05,0")).isInstanceOf(Entry.Accepted.class);
    }

    @Test
    void skipsInstrumentsThatWereNotAskedFor() {
        assertThat(read(TradeFormat.NANOSECONDS, "1385337613000000007,ETHUSD,800.05,1,"))
                .isEqualTo(new Entry.Skipped("ETHUSD"));
    }

    @Test
    void countsAcceptedTradesSoThatARefusedLineLeavesNoGap() {
        assertThat(sequence("1385337613,800,1")).isEqualTo(1);
        assertThat(read(TradeFormat.SECONDS, "1385337613,-800,1")).isInstanceOf(Entry.Refused.class);
        assertThat(sequence("1385337614,800,1")).isEqualTo(2);
        assertThat(reader.lastSequence(BITCOIN)).contains(2L);
    }

    @Test
    void refusesATimeThatLeapsAndGoesOnFromTheOneBefore() {
        assertThat(sequence("1385337613,800,1")).isEqualTo(1);
        assertThat(refusal(TradeFormat.SECONDS, "4070908800,800,1").code()).isEqualTo(RefusalCode.TIME_STEP_TOO_LARGE);
        assertThat(refusal(TradeFormat.SECONDS, "1,800,1").code()).isEqualTo(RefusalCode.TIME_STEP_TOO_LARGE);
        assertThat(sequence("1385337600,800,1"))
                .as("a little late is not for this stage to judge")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1385337613,800                        | COLUMN_COUNT_WRONG    | 2 columns",
                "1385337613,800,1,                     | COLUMN_COUNT_WRONG    | 4 columns",
                "\"1385337613,800,1                    | QUOTE_NOT_CLOSED      | \"1385337613,800,1",
                "yesterday,800,1                       | TIME_NOT_A_NUMBER     | yesterday",
                "1385337613.5,800,1                    | TIME_NOT_A_NUMBER     | 1385337613.5",
                "0,800,1                               | TIME_OUT_OF_RANGE     | 0",
                "9999999999999,800,1                   | TIME_OUT_OF_RANGE     | 9999999999999",
                "1385337613,cheap,1                    | PRICE_NOT_A_NUMBER    | cheap",
                "1385337613,1e999999999,1              | PRICE_NOT_A_NUMBER    | 1e999999999",
                "1385337613,NaN,1                      | PRICE_NOT_A_NUMBER    | NaN",
                "1385337613,0.000000001,1              | PRICE_NOT_EXACT       | 0.000000001",
                "1385337613,92233720369,1              | PRICE_NOT_EXACT       | 92233720369",
                "1385337613,0,1                        | PRICE_NOT_POSITIVE    | 0",
                "1385337613,-800,1                     | PRICE_NOT_POSITIVE    | -800",
                "1385337613,800,much                   | QUANTITY_NOT_A_NUMBER | much",
                "1385337613,800,0.000000001            | QUANTITY_NOT_EXACT    | 0.000000001",
                "1385337613,800,-1                     | QUANTITY_NEGATIVE     | -1",
            })
    void refusesWhatIsNoTrade(String line, RefusalCode code, String actual) {
        assertThat(refusal(TradeFormat.SECONDS, line).code()).isEqualTo(code);
        assertThat(refusal(TradeFormat.SECONDS, line).actual()).isEqualTo(actual);
    }

    @Test
    void refusesAnUnknownSideAndAMissingSymbol() {
        assertThat(refusal(TradeFormat.NANOSECONDS, "1385337613000000007,BTCUSD,800,1,X")
                        .code())
                .isEqualTo(RefusalCode.SIDE_UNKNOWN);
        assertThat(refusal(TradeFormat.NANOSECONDS, "1385337613000000007,,800,1,B")
                        .code())
                .isEqualTo(RefusalCode.SYMBOL_MISSING);
    }

    @Test
    void refusesALineThatIsTooLong() {
        var line = new Line(9, new byte[Lines.MAX_BYTES], 1_000_000);
        assertThat(reader.read(TradeFormat.SECONDS, line))
                .isEqualTo(new Entry.Refused(
                        new Refusal(RefusalCode.LINE_TOO_LONG, "1000000 bytes", Lines.MAX_BYTES + " bytes")));
    }

    private long sequence(String line) {
        return ((Entry.Accepted) read(TradeFormat.SECONDS, line)).trade().sequence();
    }

    private Refusal refusal(TradeFormat format, String line) {
        return ((Entry.Refused) read(format, line)).refusal();
    }

    private Entry read(TradeFormat format, String line) {
        var bytes = line.getBytes(UTF_8);
        return reader.read(format, new Line(2, bytes, bytes.length));
    }
}
