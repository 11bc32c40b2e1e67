package io.millrace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schemas.process.InvalidSettingsException;
import io.millrace.schemas.process.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewaySettingsTest {
    private static final Map<String, String> NEEDED = Map.of(
            "MILLRACE_KAFKA", "127.0.0.1:9092",
            "MILLRACE_REGISTRY", "http://127.0.0.1:8082/apis/ccompat/v7",
            "MILLRACE_POSTGRES", "jdbc:postgresql://127.0.0.1:5432/millrace",
            "MILLRACE_POSTGRES_USER", "millrace",
            "MILLRACE_STATE", "var/gateway");

    @Test
    void listensOnTheLoopbackAddressUnlessItIsTold() {
        var settings = GatewaySettings.read(Settings.of(NEEDED));

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.state()).isEqualTo(Path.of("var/gateway"));
        assertThat(settings.token()).isEmpty();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndKeepsTheTokenToItself() {
        assertThatThrownBy(() -> GatewaySettings.read(
                        Settings.of(Map.of("MILLRACE_HTTP_PORT", "70000", "MILLRACE_GATEWAY_TOKEN", "hush"))))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("MILLRACE_HTTP_PORT")
                .hasMessageContaining("MILLRACE_KAFKA")
                .hasMessageContaining("MILLRACE_POSTGRES must be set")
                .hasMessageContaining("MILLRACE_GATEWAY_TOKEN must be at least 32 characters, was 4 characters")
                .hasMessageNotContaining("hush");
    }

    @Test
    void needsNoDirectoryForAGivenToken() {
        var given = new HashMap<>(NEEDED);
        given.remove("MILLRACE_STATE");
        given.put("MILLRACE_GATEWAY_TOKEN", "0123456789abcdef0123456789abcdef");

        assertThat(GatewaySettings.read(Settings.of(given)).token()).isPresent();
    }
}
