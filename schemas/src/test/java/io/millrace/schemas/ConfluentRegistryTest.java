package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real registry. */
final class ConfluentRegistryTest {
    private static final String VERSION_1 =
            """
            {"type": "record", "name": "Tick", "namespace": "test", "doc": "A tick.", "fields": [
              {"name": "price", "type": {"type": "long", "logicalType": "fixed-point", "scale": 8}, "doc": "In USD."}]}""";
    private static final String VERSION_1_IN_OTHER_WORDS =
            """
            {"name": "Tick", "namespace": "test", "type": "record", "doc": "A change of price.", "fields": [
              {"doc": "In dollars.", "name": "price", "type": {"scale": 8, "logicalType": "fixed-point", "type": "long"}}]}""";
    private static final String VERSION_2 =
            """
            {"type": "record", "name": "Tick", "namespace": "test", "fields": [
              {"name": "price", "type": {"type": "long", "logicalType": "fixed-point", "scale": 8}},
              {"name": "size", "type": "long", "default": 0}]}""";
    private static final String INCOMPATIBLE_WITH_VERSION_1 =
            """
            {"type": "record", "name": "Tick", "namespace": "test", "fields": [
              {"name": "size", "type": "long", "default": 0}]}""";

    private static RegistryProcess process;
    private final SchemaRegistry registry = ConfluentRegistry.at(process.url());

    @BeforeAll
    static void startRegistry() throws IOException {
        process = RegistryProcess.start();
    }

    @AfterAll
    static void stopRegistry() {
        process.close();
    }

    @Test
    void everySubjectOfTheCatalogueHasAnIdOfItsOwnThatStays() {
        Set<Integer> ids = new HashSet<>();
        for (var topic : Topics.all()) {
            int id = registry.register(topic.subject(), topic.codec().schema());
            ids.add(id);
            assertThat(registry.register(topic.subject(), topic.codec().schema()))
                    .isEqualTo(id);
            assertThat(ConfluentRegistry.at(process.url())
                            .idOf(topic.subject(), topic.codec().schema()))
                    .isEqualTo(id);
        }
        assertThat(ids).hasSameSizeAs(Topics.all());
    }

    @Test
    void aSchemaKeepsItsIdInOtherWords() {
        int id = registry.register("words-value", schema(VERSION_1));
        assertThat(registry.register("words-value", schema(VERSION_1_IN_OTHER_WORDS)))
                .isEqualTo(id);
        assertThat(registry.idOf("words-value", schema(VERSION_1_IN_OTHER_WORDS)))
                .isEqualTo(id);
    }

    @Test
    void otherTeamsFindDocsAndScaleButNoHintsToJava() {
        int id =
                registry.register(Topics.TRADES.subject(), Topics.TRADES.codec().schema());
        var found = ConfluentRegistry.at(process.url()).byId(id);
        assertThat(found.getDoc()).isEqualTo("A trade that a venue reported.");
        assertThat(found.getField("price").doc()).contains("1e-8");
        assertThat(found.getField("price").schema().getProp("logicalType")).isEqualTo("fixed-point");
        assertThat(found.getField("price").schema().getObjectProp("scale")).isEqualTo(8);
        assertThat(found.toString()).doesNotContain("avro.java.string");
    }

    @Test
    void aReaderFollowsTheWritersSchema() {
        registry.register(Topics.TRADES.subject(), Topics.TRADES.codec().schema());
        var writer = new TopicSerde<>(Topics.TRADES, registry);
        var reader = new TopicSerde<>(Topics.TRADES, ConfluentRegistry.at(process.url()));
        assertThat(reader.decode(writer.encode(Samples.TRADE))).isEqualTo(Samples.TRADE);
    }

    @Test
    void refusesASchemaThatAnyEarlierVersionCannotLiveWith() {
        registry.register("strict-value", schema(VERSION_1));
        registry.register("strict-value", schema(VERSION_2));
        assertThatThrownBy(() -> registry.register("strict-value", schema(INCOMPATIBLE_WITH_VERSION_1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("strict-value")
                .hasMessageContaining("ncompatible");
    }

    @Test
    void putsEverySubjectUnderFullTransitiveCompatibility() throws Exception {
        registry.register("level-value", schema(VERSION_1));
        var request = HttpRequest.newBuilder(URI.create(process.url() + "/config/level-value"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("FULL_TRANSITIVE");
    }

    @Test
    void saysThatASchemaIsNotRegistered() {
        assertThatThrownBy(() -> registry.idOf("nobody-value", schema(VERSION_1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("find test.Tick under nobody-value");
    }

    @Test
    void anIdThatNobodyGaveIsUnknown() {
        assertThatThrownBy(() -> registry.byId(1_000_000))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("1000000");
    }

    @Test
    void anUnreachableRegistryIsNoReasonToGiveARecordUp() {
        var nowhere = ConfluentRegistry.at("http://127.0.0.1:1/apis/ccompat/v7");
        assertThatThrownBy(() -> new TopicSerde<>(Topics.TRADES, nowhere).decode(new byte[] {0, 0, 0, 0, 1, 2}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("http://127.0.0.1:1");
    }

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json);
    }
}
