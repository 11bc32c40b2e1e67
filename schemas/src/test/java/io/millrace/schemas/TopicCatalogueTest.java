package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class TopicCatalogueTest {
    private static final String COMMAND = "./mvnw -q -pl schemas -am test -Dtest=TopicCatalogueTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dcatalogue.write=true";
    private static final Path PAGE = Path.of("..", "docs", "topics.md");

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        var page = TopicCatalogue.page(Topics.all(), COMMAND);
        if (Boolean.getBoolean("catalogue.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/topics.md is out of date; write it with: " + COMMAND)
                .isEqualTo(page);
    }

    @Test
    void namesFollowOnePattern() {
        assertThat(Topics.all()).allSatisfy(topic -> assertThat(topic.name()).matches("[a-z]+\\.[a-z]+\\.v[0-9]+"));
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void allVersionsOfWhatPeopleDecideStay() {
        assertThat(Topics.POLICIES.key().apply(Samples.POLICY)).isEqualTo("standard@0000000004");
        assertThat(Topics.STRATEGIES.key().apply(Samples.STRATEGY)).isEqualTo("rsi@0000000003");
        assertThat(Topics.INSTRUMENTS.key().apply(Samples.INSTRUMENT)).isEqualTo("BTC-USD.BITSTAMP@0000000002");
        assertThat(Topics.ACCOUNTS.key().apply(Samples.ACCOUNT)).isEqualTo("alice@0000000001");
    }

    @Test
    void recordsOfOneThingGoToOnePartition() {
        assertThat(Topics.TRADES.key().apply(Samples.TRADE))
                .isEqualTo(Topics.VENUE_COMMANDS.key().apply(Samples.VENUE_COMMAND));
        assertThat(Topics.INTENTS.key().apply(Samples.SUBMIT))
                .isEqualTo(Topics.DECISIONS.key().apply(Samples.REJECTED))
                .isEqualTo(Topics.EXECUTION_REPORTS.key().apply(Samples.FILL));
        assertThat(Topics.POSITIONS.key().apply(Samples.POSITION)).isEqualTo("alice|BTC-USD.BITSTAMP|SHORT");
    }
}
