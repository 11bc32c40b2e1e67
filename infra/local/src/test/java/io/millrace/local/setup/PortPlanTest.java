package io.millrace.local.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void movesAPortByItsVariable() {
        var plan = PortPlan.of(Map.of("MILLRACE_KAFKA_PORT", "19092"));

        assertThat(plan.address(LocalPort.KAFKA)).isEqualTo("127.0.0.1:19092");
        assertThat(plan.number(LocalPort.REGISTRY)).isEqualTo(8082);
    }

    @Test
    void reportsEveryWrongVariableAtOnce() {
        assertThatThrownBy(() -> PortPlan.of(Map.of("MILLRACE_KAFKA_PORT", "many", "MILLRACE_FLINK_PORT", "70000")))
                .hasMessageContaining("MILLRACE_KAFKA_PORT must be a port from 1 to 65535, was 'many'")
                .hasMessageContaining("MILLRACE_FLINK_PORT must be a port from 1 to 65535, was '70000'");
    }

    @Test
    void refusesOnePortForTwoUses() {
        assertThatThrownBy(() -> PortPlan.of(Map.of("MILLRACE_KAFKA_PORT", "8081")))
                .hasMessage("port 8081 is asked for by MILLRACE_KAFKA_PORT and MILLRACE_FLINK_PORT");
    }

    @Test
    void letsAPartListenElsewhereThanItsClientsGo() {
        var plan = PortPlan.of(Map.of()).withPartBehind(LocalPort.KAFKA, 19092);

        assertThat(plan.address(LocalPort.KAFKA)).isEqualTo("127.0.0.1:9092");
        assertThat(plan.listening(LocalPort.KAFKA)).isEqualTo(19092);
        assertThat(plan.listening(LocalPort.REGISTRY)).isEqualTo(8082);
    }

    @Test
    void findsFreePortsThatDiffer() throws Exception {
        var plan = PortPlan.free();

        assertThat(Arrays.stream(LocalPort.values()).map(plan::number)).doesNotHaveDuplicates();
    }

    @Test
    void readsWhatItWrote() throws Exception {
        var plan = PortPlan.free();
        var file = Files.createTempFile("ports", "");

        plan.write(file);

        assertThat(PortPlan.read(file).variables()).isEqualTo(plan.variables());
        Files.delete(file);
    }
}
