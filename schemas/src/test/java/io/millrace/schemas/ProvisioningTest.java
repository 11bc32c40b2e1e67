package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker: what the first test makes the others find. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ProvisioningTest {
    private static final Sizing SIZING = new Sizing(3, 2, (short) 1);
    private static final SchemaRegistry REGISTRY = new InMemoryRegistry();

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static Admin admin;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new EmbeddedBroker(directory);
        admin = Admin.create(broker.adminConfig());
    }

    @AfterAll
    static void stopBroker() {
        admin.close();
        broker.close();
    }

    @Test
    @Order(1)
    void makesEveryTopicItsDeadLettersAndItsSubject() throws Exception {
        provision(SIZING);

        var names = new ArrayList<String>();
        for (var topic : Topics.all()) {
            names.add(topic.name());
            names.add(topic.deadLetters());
            assertThat(REGISTRY.idOf(topic.subject(), topic.codec().schema())).isPositive();
        }
        assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(partitions("market.trades.v1")).isEqualTo(3);
        assertThat(partitions("market.trades.v1.dlq")).isEqualTo(1);
        assertThat(partitions("trading.intents.v1")).isEqualTo(2);
        assertThat(partitions("control.policies.v1")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void topicsKeepTheirRecordsAsTheCatalogueSays() throws Exception {
        assertThat(config("market.trades.v1"))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "2592000000")
                .containsEntry("message.timestamp.type", "LogAppendTime");
        assertThat(config("control.policies.v1"))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("message.timestamp.type", "CreateTime");
        assertThat(config("market.trades.v1.dlq"))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "315360000000");
    }

    @Test
    @Order(3)
    void aSecondTimeChangesNothing() {
        assertThat(provision(SIZING)).noneMatch(line -> line.startsWith("topic "));
    }

    @Test
    @Order(4)
    void setsAgainWhatSomebodyChanged() throws Exception {
        var trades = new ConfigResource(ConfigResource.Type.TOPIC, "market.trades.v1");
        var shorter = new AlterConfigOp(new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(trades, List.of(shorter))).all().get();
        await().until(() -> config("market.trades.v1").get("retention.ms").equals("1000"));

        assertThat(provision(SIZING)).contains("topic market.trades.v1: retention.ms set to 2592000000, was 1000");
        await().until(() -> config("market.trades.v1").get("retention.ms").equals("2592000000"));
    }

    @Test
    @Order(5)
    void neverChangesANumberOfPartitions() throws Exception {
        assertThatThrownBy(() -> provision(new Sizing(3, 5, (short) 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("topic trading.intents.v1 must have 5 partitions, has 2")
                .hasMessageContaining("topic portfolio.equity.v1 must have 5 partitions, has 2")
                .hasMessageNotContaining("market.trades.v1");
        assertThat(partitions("trading.intents.v1")).isEqualTo(2);
    }

    private static List<String> provision(Sizing sizing) {
        List<String> progress = new ArrayList<>();
        Provisioning.provision(broker.adminConfig(), REGISTRY, sizing, progress::add);
        return progress;
    }

    private static int partitions(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    }

    private static Map<String, String> config(String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var entries = admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .entries();
        return entries.stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
