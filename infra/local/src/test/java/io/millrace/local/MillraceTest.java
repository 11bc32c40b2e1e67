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
    void refusesACommandThatIsNone() {
        var errors = new StringWriter();
        int code = Millrace.commandLine().setErr(new PrintWriter(errors, true)).execute("nonsense");

        assertThat(code).isNotZero();
        assertThat(errors.toString()).contains("nonsense");
    }
}
