package io.millrace.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MillraceTest {
    @Test
    void showsAnExampleOfEveryCommand() {
        Millrace.commandLine().getSubcommands().forEach((name, command) -> assertThat(command.getUsageMessage())
                .as(name)
                .contains("./millrace " + name));
    }

    @Test
    void refusesASpeedThatIsNoNumber() {
        var errors = new StringWriter();
        int code = Millrace.commandLine().setErr(new PrintWriter(errors, true)).execute("demo", "--speed", "fast");

        assertThat(code).isNotZero();
        assertThat(errors.toString())
                .isEqualToIgnoringNewLines(
                        "millrace demo: --speed must be max or a number above 0, was 'fast'; see ./millrace demo --help");
    }

    @Test
    void refusesWhatCannotBeTrainedOn() {
        assertThat(refusal("train", "regimes", "--instrument", "BTC", "--interval", "5m"))
                .contains("--instrument: an instrument is SYMBOL.VENUE, was 'BTC'");
        assertThat(refusal("train", "regimes", "--instrument", "BTC-USD.BITSTAMP", "--interval", "5x"))
                .contains("must be an interval such as 30s, 5m, 1h or 1d, was '5x'");
        assertThat(refusal("train", "regimes", "--instrument", "BTC-USD.X", "--interval", "5m", "--states", "7"))
                .contains("--states must be 2 to 6, was 7");
        assertThat(refusal("train", "regimes", "--instrument", "BTC-USD.X", "--interval", "5m", "--window", "0"))
                .contains("--window must be 1 to 1000, was 0");
    }

    private static String refusal(String... arguments) {
        var errors = new StringWriter();
        assertThat(Millrace.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments))
                .isNotZero();
        return errors.toString();
    }

    @Test
    void refusesACommandThatIsNone() {
        var errors = new StringWriter();
        int code = Millrace.commandLine().setErr(new PrintWriter(errors, true)).execute("nonsense");

        assertThat(code).isNotZero();
        assertThat(errors.toString()).contains("nonsense");
    }
}
