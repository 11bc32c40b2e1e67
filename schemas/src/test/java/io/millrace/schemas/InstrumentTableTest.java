package io.millrace.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import org.junit.jupiter.api.Test;

final class InstrumentTableTest {
    private final InstrumentTable table = new InstrumentTable();

    @Test
    void anInstrumentIsMadeOnceWhereverItsTextStands() {
        var first = at("BTC-USD.BITSTAMP");
        var text = "..BTC-USD.BITSTAMP..".getBytes(UTF_8);

        assertThat(first).isEqualTo(InstrumentId.of("BTC-USD.BITSTAMP"));
        assertThat(table.at(text, 2, text.length - 2)).isSameAs(first);
    }

    @Test
    void whatIsNoInstrumentIsNoneTheSecondTimeToo() {
        assertThat(at("BTC")).isNull();
        assertThat(at("BTC")).isNull();
        assertThat(at("")).isNull();
    }

    @Test
    void moreNamesThanItKeepsAreStillReadRight() {
        for (int i = 0; i < 2 * InstrumentTable.MAX_ENTRIES + 10; i++) {
            assertThat(at(i + ".X")).isEqualTo(new InstrumentId(Integer.toString(i), "X"));
        }
        assertThat(at("7.X")).isEqualTo(new InstrumentId("7", "X")).isSameAs(at("7.X"));
    }

    private InstrumentId at(String text) {
        var bytes = text.getBytes(UTF_8);
        return table.at(bytes, 0, bytes.length);
    }
}
