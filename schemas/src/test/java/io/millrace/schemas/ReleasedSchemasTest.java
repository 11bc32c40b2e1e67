package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas as they are now against all versions that were released; see {@code avro-released/README.md}. */
final class ReleasedSchemasTest {
    private static final String DECISIONS = Topics.DECISIONS.name();
    private static final String DECISION =
            Contract.of(Topics.DECISIONS.codec().schema()).toString();

    @TempDir
    Path directory;

    @BeforeAll
    static void releaseIfAsked() throws IOException {
        if (!Boolean.getBoolean("schemas.release")) {
            return;
        }
        var released = ReleasedSchemas.ofThisModule();
        for (var topic : Topics.all()) {
            var current = Contract.of(topic.codec().schema());
            var versions = released.versions(topic.name());
            boolean compatible = versions.stream().allMatch(version -> Compatibility.objections(current, version)
                    .isEmpty());
            if (compatible && !released.objections(topic.name(), current).isEmpty()) {
                released.release(topic.name(), current);
            }
        }
    }

    @Test
    void everySchemaIsReleasedAndCompatibleWithAllThatWereReleasedBefore() {
        var released = ReleasedSchemas.ofThisModule();
        List<String> objections = new ArrayList<>();
        for (var topic : Topics.all()) {
            objections.addAll(released.objections(topic.name(), topic.codec().schema()));
        }
        assertThat(objections).isEmpty();
    }

    @Test
    void aTopicMayGainAFieldWithADefault() throws IOException {
        var released = releasedDecision();
        var next = decisionWith(
                "{\"name\":\"approved\"",
                "{\"name\":\"desk\",\"type\":\"string\",\"default\":\"\"},{\"name\":\"approved\"");
        assertThat(released.objections(DECISIONS, next))
                .singleElement()
                .asString()
                .contains("not released as")
                .contains("2.avsc")
                .contains("-Dschemas.release=true");
        released.release(DECISIONS, next);
        assertThat(released.objections(DECISIONS, next)).isEmpty();
    }

    @Test
    void anEnumMayGainASymbol() throws IOException {
        var next = decisionWith("\"SUBMIT\",\"CANCEL\"", "\"SUBMIT\",\"CANCEL\",\"DEFER\"");
        assertThat(releasedDecision().objections(DECISIONS, next))
                .singleElement()
                .asString()
                .contains("not released");
    }

    @Test
    void otherDocsAreNoOtherSchema() throws IOException {
        var next = decisionWith("The intent itself.", "What was asked for.");
        assertThat(releasedDecision().objections(DECISIONS, next)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"name":"approved" | {"name":"desk","type":"string"},{"name":"approved" | cannot read old records: READER_FIELD_MISSING_DEFAULT_VALUE
                    {"name":"approved" | {"name":"allowed" | cannot read new records: READER_FIELD_MISSING_DEFAULT_VALUE
                    {"name":"policyVersion","type":"long" | {"name":"policyVersion","type":"string" | TYPE_MISMATCH at /fields/7/type
                    "SUBMIT","CANCEL" | "SUBMIT" | Action lost the symbols [CANCEL]
                    "fixed-point","scale":8},"doc":"Ordered quantity | "fixed-point","scale":6},"doc":"Ordered quantity | OrderTerms.quantity changed its unit from fixed-point of scale 8 to fixed-point of scale 6
                    """)
    void anIncompatibleChangeIsNamed(String from, String to, String objection) throws IOException {
        var released = releasedDecision();
        // also against a version that is not the latest
        released.release(DECISIONS, new Schema.Parser().parse(DECISION));
        var objections = released.objections(DECISIONS, decisionWith(from, to));
        assertThat(String.join("\n", objections))
                .contains(objection)
                .contains(DECISIONS + ", released version 1")
                .contains(DECISIONS + ", released version 2");
    }

    @Test
    void aReleasedVersionStays() throws IOException {
        var released = releasedDecision();
        released.release(DECISIONS, new Schema.Parser().parse(DECISION));
        Files.delete(directory.resolve(DECISIONS).resolve("1.avsc"));
        assertThatThrownBy(() ->
                        released.objections(DECISIONS, Topics.DECISIONS.codec().schema()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1.avsc is missing");
    }

    private ReleasedSchemas releasedDecision() throws IOException {
        var released = new ReleasedSchemas(directory);
        released.release(DECISIONS, Topics.DECISIONS.codec().schema());
        return released;
    }

    private static Schema decisionWith(String from, String to) {
        assertThat(DECISION).contains(from);
        return new Schema.Parser().parse(DECISION.replace(from, to));
    }
}
