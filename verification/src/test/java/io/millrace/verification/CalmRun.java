package io.millrace.verification;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.verification.history.History;
import io.millrace.verification.history.HistoryFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A run that nothing disturbs, to compare others with; once for all tests of a process.
 *
 * @param summary what it printed
 * @param records what was on the topics
 */
public record CalmRun(JsonNode summary, Path records) {
    private static CalmRun once;

    History history() throws IOException {
        return HistoryFiles.read(records);
    }

    /** Runs it unless it has. */
    public static synchronized CalmRun get() throws IOException, InterruptedException {
        if (once == null) {
            try (var run = DemoRun.start("calm", Map.of())) {
                once = new CalmRun(run.summary(), run.records());
            }
        }
        return once;
    }
}
