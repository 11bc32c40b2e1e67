package io.millrace.schemas.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    @Test
    void readsWhatIsSet() {
        var settings = Settings.of(Map.of(
                "MILLRACE_KAFKA", " 127.0.0.1:9092 ",
                "MILLRACE_REGISTRY", "http://127.0.0.1:8082/apis/ccompat/v7/",
                "MILLRACE_STATUS_PORT", "8080",
                "MILLRACE_WAIT", "1.5s",
                "MILLRACE_BOUND", "PT2M",
                "MILLRACE_STATE", "var/state",
                "MILLRACE_ONCE", "TRUE"));
        assertThat(settings.text("MILLRACE_KAFKA")).isEqualTo("127.0.0.1:9092");
        assertThat(settings.url("MILLRACE_REGISTRY")).isEqualTo("http://127.0.0.1:8082/apis/ccompat/v7");
        assertThat(settings.statusAddress().getPort()).isEqualTo(8080);
        assertThat(settings.duration("MILLRACE_WAIT", Duration.ZERO)).isEqualTo(Duration.ofMillis(1_500));
        assertThat(settings.duration("MILLRACE_BOUND", Duration.ZERO)).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.path("MILLRACE_STATE")).isEqualTo(Path.of("var/state"));
        assertThat(settings.flag("MILLRACE_ONCE", false)).isTrue();
        settings.check();
    }

    @Test
    void whatIsNotSetTakesItsDefault() {
        var settings = Settings.of(Map.of("MILLRACE_A", "  "));
        assertThat(settings.text("MILLRACE_A", "x")).isEqualTo("x");
        assertThat(settings.number("MILLRACE_B", 7, 0, 9)).isEqualTo(7);
        assertThat(settings.duration("MILLRACE_C", Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.flag("MILLRACE_D", true)).isTrue();
        assertThat(settings.statusAddress().getAddress().isLoopbackAddress()).isTrue();
        settings.check();
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        var settings = Settings.of(Map.of(
                "MILLRACE_REGISTRY", "127.0.0.1:8082",
                "MILLRACE_STATUS_PORT", "70000",
                "MILLRACE_COUNT", "many",
                "MILLRACE_WAIT", "-1s",
                "MILLRACE_ONCE", "perhaps"));
        settings.text("MILLRACE_KAFKA");
        settings.url("MILLRACE_REGISTRY");
        settings.statusAddress();
        settings.integer("MILLRACE_COUNT", 1, 1, 10);
        settings.duration("MILLRACE_WAIT", Duration.ZERO);
        settings.flag("MILLRACE_ONCE", false);
        settings.reject("MILLRACE_FILE", "an existing file", "'x.csv'");

        assertThatThrownBy(settings::check)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "MILLRACE_KAFKA must be set, was missing",
                        "MILLRACE_REGISTRY must be an http URL, was '127.0.0.1:8082'",
                        "MILLRACE_STATUS_PORT must be a whole number from 0 to 65535, was '70000'",
                        "MILLRACE_COUNT must be a whole number from 1 to 10, was 'many'",
                        "MILLRACE_WAIT must be a duration such as 60s, 0.05s or 5m, was '-1s'",
                        "MILLRACE_ONCE must be true or false, was 'perhaps'",
                        "MILLRACE_FILE must be an existing file, was 'x.csv'"));
    }
}
