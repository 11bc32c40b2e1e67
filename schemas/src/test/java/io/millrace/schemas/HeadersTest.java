package io.millrace.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.schemas.UndecodableException.Code;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadersTest {
    private final Headers headers = new RecordHeaders();

    @Test
    void aClockIsReadBackExactly() {
        for (var clock : new Clock[] {
            Clock.of(Samples.BITCOIN, Samples.TIME),
            new Clock(Samples.BITCOIN, 3, Samples.TIME, new Price(Long.MAX_VALUE), Samples.TIME - 1),
            new Clock(new InstrumentId("a symbol with spaces.", "X"), 0, -1, Price.of("0.00000001"), 0)
        }) {
            ClockRecords.write(headers, clock);
            assertThat(ClockRecords.read(headers)).contains(clock);
        }
    }

    @Test
    void aClockIsTextThatAnyoneCanRead() {
        ClockRecords.write(headers, new Clock(Samples.BITCOIN, 2, 5, Price.of("801.5"), 4));
        assertThat(text("clock")).isEqualTo("2 5 801.5 4 BTC-USD.BITSTAMP");
    }

    @Test
    void aRecordWithoutTheHeaderIsNoClock() {
        assertThat(ClockRecords.read(headers)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 1 - 0", "0 x - 0 A.B", "0 1 1,5 0 A.B", "0 1 - 0 AB", "0 1 1e30 0 A.B"})
    void aClockThatCannotBeReadIsShown(String text) {
        headers.add("clock", text.getBytes(UTF_8));
        var failure = catchThrowableOfType(UndecodableException.class, () -> ClockRecords.read(headers));
        assertThat(failure.code()).isEqualTo(Code.MALFORMED_CLOCK);
        assertThat(failure).hasMessageEndingWith("was '" + text + "'");
    }

    @Test
    void theSameIntentHasTheSameTraceEverywhere() {
        Traces.write(headers, "intent-1");
        assertThat(text("correlationId")).isEqualTo("intent-1");
        assertThat(text("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .isEqualTo(Traces.traceParent("intent-1"))
                .isNotEqualTo(Traces.traceParent("intent-2"));
    }

    @Test
    void writingATraceAgainReplacesIt() {
        Traces.write(headers, "intent-1");
        Traces.write(headers, "intent-2");
        assertThat(headers).hasSize(2);
        assertThat(text("correlationId")).isEqualTo("intent-2");
    }

    private String text(String header) {
        return new String(headers.lastHeader(header).value(), UTF_8);
    }
}
